"""The folder that installs without internet: its systems, and what lies in it beside the wheels."""

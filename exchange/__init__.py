"""How plans enter and leave the program: addresses, links, files, stores, tables and workbooks."""

'use strict';
// What was sent, and what the page says of it.
const DATA = JSON.parse(document.getElementById('data').textContent), UI = DATA.ui;

// The page: sliders, and what they move. Nothing here writes markup: texts go in as text.
const at = id => document.getElementById(id);
const SENT = DATA.values, values = { ...SENT };
const MARKS = ['\u2715', '!', '\u2714'], TONES = ['bad', 'warn', 'good'];
const sent = modelOf(SENT);
let told = '', waiting = 0;

// The lines of the plan with these values, for ten years. Dollars as typed grow after the fifth of them.
function modelOf(given) {
  const levers = { ...given };
  for (const { key, mark, growth } of DATA.carried) {
    if (given[mark] === 'grows') continue;
    const five = Array.isArray(given[key]) ? given[key] : Array(5).fill(given[key]), row = [...five];
    const rate = [].concat(typeof growth === 'string' ? given[growth] : growth).at(-1);
    for (let factor = 1; row.length < 10;) row.push(five[4] * (factor *= 1 + rate));
    levers[key] = row;
  }
  return model(levers);
}

// Where a setting can stand: its steps over its range, both ends, and the value that was sent.
function placesOf(s) {
  const found = new Set(s.more);
  for (let i = s.first; i <= s.last; i++) found.add(+(s.low + i * s.step).toFixed(10));
  return [...found].sort((one, other) => one - other);
}

const isMoved = () => DATA.sliders.some(s => values[s.key] !== SENT[s.key]);

function words(s, value, long) {
  const shown = [].concat(value).map(WRITE[s.writes]).join(', ');
  return long && s.unit ? say(s.unit, { count: shown }) : shown;
}

function write(id, text) {
  if (at(id).textContent !== text) at(id).textContent = text;
}

function draw() {
  const moved = isMoved(), m = moved ? modelOf(values) : sent, j = judge(m), paper = onPaper(j);
  // Where both badges were earned the first says it for both, as long as nothing is moved.
  const both = !moved && UI.together;
  write('paper', both || paper);
  write('paper-mark', MARKS[j.state]);
  at('paper-badge').className = 'state ' + TONES[j.state];
  at('tested-badge').hidden = Boolean(both);
  at('tested-badge').className = 'state ' + (moved ? 'aside' : UI.tone);
  write('tested', moved ? UI.testedSent : UI.tested);
  at('tested-mark').hidden = moved;
  write('year5', yearFive(j.result));
  write('sentence', sentence(j));
  write('headline', headline(j));
  drawTable(m);
  drawCurve(at('curve'), m, sent);
  document.body.classList.toggle('moved', moved);
  at('back').disabled = !moved;
  at('ghost').hidden = !moved;
  tell(both || paper);
}

// What moves savings beside the yearly result: model/answer/other_money.py.
function otherMoney(m) {
  const beside = m.fund_balance.slice(0, 6).map((saved, year) => (year ? saved - m.fund_balance[year - 1] - m.structural_result[year] : 0));
  return beside.map(x => (Math.abs(x) < 0.005 ? 0 : x));
}

function drawTable(m) {
  const other = otherMoney(m);
  for (const row of document.querySelectorAll('tr[data-line]')) {
    const line = row.dataset.line === 'other' ? other : m[row.dataset.line];
    if (line === other) row.hidden = !other.some(x => x);
    [...row.cells].slice(1).forEach((cell, year) => {
      const x = line[year];
      cell.textContent = year || row.dataset.line === 'fund_balance' ? moneyShort(x) : '\u2013';
      cell.className = year || row.dataset.line === 'fund_balance' ? (x < -0.005 ? 'minus' : '') : '';
    });
  }
}

// A changed rating is told to a screen reader once, after the slider has come to rest.
function tell(rating) {
  clearTimeout(waiting);
  if (!told) told = rating;
  waiting = setTimeout(() => {
    if (rating !== told) at('told').textContent = told = rating;
  }, 600);
}

for (const s of DATA.sliders) {
  const input = at('in-' + s.key), places = placesOf(s);
  s.show = () => {
    write('out-' + s.key, words(s, values[s.key], false));
    write('was-' + s.key, values[s.key] === SENT[s.key] ? '' : say('mail.was', { value: words(s, SENT[s.key], false) }));
    input.setAttribute('aria-valuetext', words(s, values[s.key], true));
  };
  s.rest = () => {
    for (const key of [s.key, ...Object.keys(s.beside)]) values[key] = SENT[key];
    input.value = s.at;
    s.show();
  };
  s.put = place => {
    values[s.key] = place === s.at && !Array.isArray(SENT[s.key]) ? SENT[s.key] : places[place];
    Object.assign(values, s.beside);
    input.value = place;
    s.show();
  };
  s.places = places;
  input.max = places.length - 1;
  input.disabled = false;
  input.addEventListener('input', () => { s.put(+input.value); draw(); });
  s.rest();
}
at('back').addEventListener('click', () => {
  DATA.sliders.forEach(s => s.rest());
  draw();
  document.querySelector('input')?.focus();
});
draw();
addEventListener('resize', draw);

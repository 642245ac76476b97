// Numbers as model/units.py writes them: halves away from zero, a true minus sign, and no sign on a zero.
const HALF = 0.5 + 1e-9;

function rounded(x, digits = 0) {
  const scale = 10 ** digits;
  return Math.floor(Math.abs(x) * scale + HALF) / scale;
}

function grouped(size, digits = 0) {
  const [whole, part] = size.toFixed(digits).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part ? '.' + part : '');
}

function signed(x, size, body, plus = false) {
  return (size === 0 ? '' : x < 0 ? '\u2212' : plus ? '+' : '') + body;
}

function number(x, digits = 0) {
  const size = rounded(x, digits);
  return signed(x, size, grouped(size, digits));
}

function money(x, plus = false, cents = false) {
  const digits = cents ? 2 : 0, size = rounded(x, digits);
  return signed(x, size, '$' + grouped(size, digits), plus);
}

function moneyShort(x, plus = false) {
  const size = Math.abs(x);
  if (size < 999.5) return money(x, plus);
  if (size < 999500) return signed(x, 1, '$' + grouped(Math.floor(size / 1e3 + HALF)) + 'K', plus);
  const millions = grouped(rounded(size / 1e6, size < 9.995e6 ? 2 : 1), 2).replace(/\.?0+$/, '');
  return signed(x, 1, '$' + millions + 'M', plus);
}

function percent(x, digits = 1) {
  const size = rounded(x * 100, digits);
  return signed(x, size, grouped(size, digits) + '%');
}

function positions(x) {
  const size = rounded(x, 1);
  return signed(x, size, grouped(size, Number.isInteger(size) ? 0 : 1));
}

// How many decimals a value has, up to two, as somebody typed it.
function decimalsOf(x) {
  return x === Math.trunc(x) ? 0 : Math.abs(x * 10 - Math.round(x * 10)) < 1e-6 ? 1 : 2;
}

// A value of a setting, by the way in which its unit is written.
const WRITE = {
  money: x => money(x, false, Math.abs(x - Math.round(x)) > 0.004 && Math.abs(x) < 1000),
  share: x => percent(x, Math.abs(x * 1000 - Math.round(x * 1000)) < 1e-6 ? 1 : 2),
  positions,
  digits: x => number(x, decimalsOf(x)),
  ratio: x => String(+x.toFixed(6)),
  year: x => (x ? say('units.year', { year: x.toFixed(0) }) : say('units.startup')),
  grade: x => (x ? say('units.grade', { grade: x.toFixed(0) }) : say('units.kindergarten')),
};

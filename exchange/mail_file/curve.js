// The curve: public funding against yearly cost, the sum of the start-up year beside it, and the sent plan as a
// broken line. It is drawn for the width that is there, so that its letters keep their size on a phone.
const SVG = 'http://www.w3.org/2000/svg';

function put(parent, name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
}

function drawCurve(svg, m, sent) {
  const width = Math.max(300, svg.clientWidth || 720), narrow = width < 560;
  const top = narrow ? 62 : 14, height = narrow ? 290 : 292, bottom = height - 30;
  const left = narrow ? 52 : 178, right = width - (narrow ? 108 : 128);
  const funding = m.public_revenue.slice(1, 6), cost = m.recurring_cost.slice(1, 6);
  const before = [sent.public_revenue.slice(1, 6), sent.recurring_cost.slice(1, 6)];
  // The sent plan counts too, so that the scale rests while little moves.
  let [low, high] = [Math.min, Math.max].map(most => most(...funding, ...cost, ...before[0], ...before[1]));
  const air = (high - low) * 0.1 || 1e5;
  [low, high] = [low - air, high + air];
  const x = i => left + 18 + (right - left - 18) * i / 4;
  const y = v => top + (bottom - top) * (1 - (v - low) / (high - low));
  const at = (i, v) => x(i).toFixed(1) + ',' + y(v).toFixed(1);
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.replaceChildren();
  drawStartup(svg, m, narrow ? width : 118, narrow, bottom);
  for (const v of ticks(low, high)) {
    put(svg, 'line', { x1: left, x2: right, y1: y(v), y2: y(v), class: 'grid' });
    put(svg, 'text', { x: left - 6, y: y(v) + 4, class: 'axis end' }, moneyShort(v));
  }
  YEARS.forEach((year, i) =>
    put(svg, 'text', { x: x(i), y: height - 8, class: 'axis middle' }, say('units.year', { year })));
  for (const [isOver, points] of gaps(funding, cost)) {
    const there = points.map(p => at(p[0], p[1])), back = points.map(p => at(p[0], p[2])).reverse();
    put(svg, 'polygon', { points: there.concat(back).join(' '), class: isOver ? 'over' : 'under' });
  }
  const line = (row, name) => put(svg, 'polyline', { points: row.map((v, i) => at(i, v)).join(' '), class: name });
  if (m !== sent) before.forEach(row => line(row, 'ghost'));
  line(cost, 'cost');
  line(funding, 'funding');
  nameEnds(svg, [[funding[4], 'funding', UI.funding], [cost[4], 'cost', UI.cost]], y, right + 8, bottom);
}

// Steps of a round size, four or so.
function ticks(low, high) {
  const raw = (high - low) / 4, power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map(k => k * power).find(k => k >= raw), found = [];
  for (let i = Math.ceil(low / step); i * step < high; i++) found.push(i * step);
  return found;
}

// The stretches in which the one line lies above the other, with the points where they cross.
function gaps(funding, cost) {
  const points = [], runs = [];
  funding.forEach((f, i) => {
    points.push([i, f, cost[i]]);
    const now = f - cost[i], next = funding[i + 1] - cost[i + 1];
    if (now * next < 0) {
      const part = now / (now - next), v = f + (funding[i + 1] - f) * part;
      points.push([i + part, v, v]);
    }
  });
  for (let i = 1; i < points.length; i++) {
    const [p, q] = [points[i - 1], points[i]], isOver = p[1] + q[1] >= p[2] + q[2];
    if (runs.length && runs.at(-1)[0] === isOver) runs.at(-1)[1].push(q);
    else runs.push([isOver, [p, q]]);
  }
  return runs;
}

function nameEnds(svg, ends, y, x, bottom) {
  ends.sort((one, other) => other[0] - one[0]);
  let [one, other] = ends.map(end => y(end[0]) - 3);
  const push = Math.max(0, 40 - (other - one)) / 2;
  one = Math.max(18, one - push);
  other = Math.min(bottom - 14, Math.max(one + 40, other + push));
  one = Math.min(one, other - 40);
  ends.forEach(([value, name, text], i) => {
    const at = i ? other : one;
    put(svg, 'text', { x, y: at, class: 'name ' + name }, text);
    put(svg, 'text', { x, y: at + 17, class: 'name ' + name }, moneyShort(value));
  });
}

// The start-up year as a sum: a column beside the curve, or a row above it on a phone.
function drawStartup(svg, m, width, narrow, bottom) {
  const left = m.fund_balance[0], sums = [
    [UI.savings, left - m.net_position[0], ''], [UI.grants, m.grant_revenue[0], 'funding'],
    [narrow ? UI.startupBrief : UI.startupCost, m.one_time_cost[0], 'cost'], [UI.left, left, ''],
  ];
  put(svg, 'rect', { x: 0, y: narrow ? 0 : 14, width, height: narrow ? 46 : bottom - 14, rx: 6, class: 'panel' });
  sums.forEach(([name, amount, look], i) => {
    const x = narrow ? width * (i + 0.5) / 4 : width / 2, y = narrow ? 18 : 44 + i * (bottom - 50) / 4;
    put(svg, 'text', { x, y, class: 'axis middle' }, name);
    put(svg, 'text', { x, y: y + (narrow ? 18 : 19), class: 'sum middle ' + look }, moneyShort(amount));
  });
  if (!narrow) put(svg, 'text', { x: width / 2, y: bottom + 22, class: 'axis middle' }, say('units.startup'));
}

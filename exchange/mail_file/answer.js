// The same messages as model/results/rating_in_words.py and model/answer/answer_in_words.py choose.
const YEARS = [1, 2, 3, 4, 5];

function say(key, values = {}) {
  let text = DATA.texts[key];
  if (Array.isArray(text)) text = text[formOf(DATA.rules[text[0]], whole(values.count))];
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// The number as it is shown decides between one and many; a fraction is many.
function whole(shown) {
  const bare = String(shown).replace(/,/g, '');
  return /^\d+$/.test(bare) ? +bare : 2;
}

// Rules of counting repeat within a hundred, so one digit for each count up to 199 holds them.
const formOf = (rule, n) => 1 + Number(rule[n < 200 ? n : 100 + n % 100]);

const below = (row, year) => row[year] < -0.005;

function first(from, to, is) {
  for (let year = from; year <= to; year++) if (is(year)) return year;
  return null;
}

// The short years of a line as model/results/short_years.py tells them.
function shortYears(row) {
  const years = YEARS.filter(year => below(row, year));
  let lasting = 6;
  while (years.includes(lasting - 1)) lasting--;
  const passing = years.filter(year => year < lasting), paysFrom = (years.at(-1) ?? 0) + 1;
  const shape = lasting < 6 ? (passing.length ? 'andFrom' : lasting === 1 ? 'always' : 'from')
    : !years.length ? 'none' : paysFrom === years.length + 1 ? 'before' : 'some';
  return { years, shape, lasts: lasting < 6,
    named: { year: lasting < 6 ? lasting : paysFrom, years: DATA.passing[passing.join('')] } };
}

const quotient = (part, whole) => (Math.abs(whole) < 1e-9 ? 0 : part / whole);

// What the rating and the words ask of the lines of a plan that was carried on for ten years.
function judge(m) {
  const result = m.structural_result, evenly = m.result_evenly, tested = m.tested_result;
  const short = shortYears(evenly), negative = first(0, 5, year => below(m.fund_balance, year));
  const allMoney = m.net_position[5] - result[5] + tested[5];
  const state = Number(m.verdict_state[5]), hasOpen = m.saved_on_open_positions.slice(0, 6).some(x => x > 0.005);
  const lacking = Math.max(-tested[5], 0);
  const late = year => (year > 5 ? year : null);
  return {
    state, hasOpen, negative, short,
    isSpread: String(short.years) !== String(shortYears(result).years),
    holdsOnlyOpen: hasOpen && state !== 2 && !short.lasts && (negative === null || shortYears(tested).lasts),
    result: result[5],
    margin: quotient(result[5], m.recurring_cost[5]),
    isApart: Math.abs(tested[5] - result[5]) > 0.005,
    testedResult: tested[5],
    gap: quotient(lacking, m.teacher_position_cost[5]),
    beginners: quotient(lacking, m.beginner_position_cost[5]),
    falls: late(first(5, 10, year => below(tested, year))),
    out: late(first(0, 10, year => below(m.savings_when_filled, year))),
    tested: {
      negative: first(0, 5, year => below(m.savings_when_filled, year)),
      short: shortYears(tested),
      onGrants: Boolean((m.sustained[5] && m.never_negative[5] && !m.stands_without_grants[5])
        || (below(tested, 5) && allMoney >= -0.005)),
    },
  };
}

function onPaper(j) {
  if (j.state === 2) return say('rating.balances');
  const found = fault(j.state, j.tested);
  return j.hasOpen ? say('rating.if_filled', { rating: found }) : found;
}

function fault(state, t) {
  const year = t.negative;
  if (state === 0) return year ? say('rating.not', { year }) : say('rating.not_start');
  if (year !== null) return year ? say('rating.caution_savings', { year }) : say('rating.caution_savings_start');
  if (t.onGrants) return say('rating.caution_grants');
  const { shape, named } = t.short;
  if (!fallsShort(t)) return say('rating.caution_grants');
  return say(!t.short.lasts ? 'rating.caution_short' : shape === 'andFrom' ? 'rating.caution_living_and'
    : 'rating.caution_living', named);
}

// In a year that is tested.
const fallsShort = t => t.short.years.some(year => year > 2);

const HEADLINE = {
  none: 'answer.headline_always', before: 'answer.headline_from', some: 'answer.headline_but',
  always: 'answer.headline_never', from: 'answer.headline_short', andFrom: 'answer.headline_short_and',
};
const HEADLINE_EVENLY = {
  none: 'answer.headline_evenly', before: 'answer.headline_evenly_from', some: 'answer.headline_evenly_but',
  always: 'answer.headline_evenly_short', from: 'answer.headline_evenly_short',
  andFrom: 'answer.headline_evenly_short_and',
};
const AS_SHOWN = {
  none: 'answer.covers_always', before: 'answer.covers_from', some: 'answer.covers_but',
  always: 'answer.short_always', from: 'answer.short_from', andFrom: 'answer.short_and',
};
const EVENLY = {
  none: 'answer.covers_evenly', before: 'answer.covers_evenly_from', some: 'answer.covers_evenly_but',
  always: 'answer.short_evenly_always', from: 'answer.short_evenly', andFrom: 'answer.short_evenly_and',
};
const UNTIL = {
  none: 'answer.covers_until', before: 'answer.covers_from_until', some: 'answer.covers_but_until',
};
const EVENLY_UNTIL = {
  none: 'answer.covers_evenly_until', before: 'answer.covers_evenly_from_until',
  some: 'answer.covers_evenly_but_until',
};
const FILLED = {
  before: 'answer.short_filled_in', some: 'answer.short_filled_in', always: 'answer.short_filled_always',
  from: 'answer.short_filled', andFrom: 'answer.short_filled_and',
};

function headline(j) {
  const { shape, named } = j.short;
  if (j.isSpread) return say(HEADLINE_EVENLY[shape], named);
  return j.holdsOnlyOpen ? say('answer.headline_open') : say(HEADLINE[shape], named);
}

function sentence(j) {
  return [covers(j), margin(j), savings(j)].filter(Boolean).join(' ');
}

function covers(j) {
  const { shape, named, lasts } = j.short;
  if (j.holdsOnlyOpen) return say('answer.covers_open');
  if (j.falls === null || lasts) return say((j.isSpread ? EVENLY : AS_SHOWN)[shape], named);
  return say((j.isSpread ? EVENLY_UNTIL : UNTIL)[shape], { ...named, last: j.falls - 1, until: j.falls });
}

function margin(j) {
  const share = percent(Math.abs(j.margin)), positions = aboutPositions(j.gap, j.beginners);
  const isShort = j.result <= -0.005, amount = money(isShort ? -j.result : j.result);
  if (isShort && !j.isApart) return say('answer.short_by', { amount, share, positions });
  const found = say(isShort ? 'answer.short_by_alone' : 'answer.left_over', { amount, share });
  if (!j.isApart || j.testedResult > -0.005) return found;
  return `${found} ${say('rating.short_as_tested', { amount: money(-j.testedResult), positions })}`;
}

function aboutPositions(gap, beginners) {
  if (gap < 0.05) return say('units.less_than_a_tenth');
  const count = positions(gap), others = positions(beginners);
  if (count === others) return say('units.about_teachers', { count });
  return say('units.about_teachers_or_beginners', { count, beginners: others });
}

function savings(j) {
  const t = j.tested;
  if (j.negative !== null) {
    return j.negative ? say('answer.savings_out', { year: j.negative }) : say('answer.savings_out_start');
  }
  if (j.hasOpen && (j.holdsOnlyOpen || t.negative !== null)) {
    if (t.negative !== null) {
      return t.negative ? say('answer.savings_out_filled', { year: t.negative }) : say('answer.savings_out_filled_start');
    }
    return fallsShort(t) ? say(FILLED[t.short.shape], t.short.named) : say('answer.less_filled');
  }
  if (j.state === 2) return '';
  return j.out === null ? say('answer.savings_last') : say('answer.savings_last_until', { year: j.out });
}

function yearFive(result) {
  return say(below([result], 0) ? 'mail.year5_short' : 'mail.year5_left', { amount: moneyShort(Math.abs(result)) });
}

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

const quotient = (part, whole) => (Math.abs(whole) < 1e-9 ? 0 : part / whole);

// The first year of the shortfall that lasts to Year 5.
function lasting(row) {
  let year = 6;
  while (year > 1 && below(row, year - 1)) year--;
  return year < 6 ? year : null;
}

// What the rating and the words ask of the lines of a plan that was carried on for ten years.
function judge(m) {
  const result = m.structural_result, evenly = m.result_evenly, tested = m.tested_result;
  const short = YEARS.filter(year => below(evenly, year));
  const paysFrom = (short.at(-1) ?? 0) + 1, negative = first(0, 5, year => below(m.fund_balance, year));
  const allMoney = m.net_position[5] - result[5] + tested[5];
  const state = Number(m.verdict_state[5]), hasOpen = m.saved_on_open_positions.slice(0, 6).some(x => x > 0.005);
  const lacking = Math.max(-tested[5], 0);
  const late = year => (year > 5 ? year : null);
  return {
    state, hasOpen, negative,
    isSpread: String(short) !== String(YEARS.filter(year => below(result, year))),
    paysFrom: paysFrom < 6 ? paysFrom : null,
    lasting: lasting(evenly),
    holdsOnlyOpen: hasOpen && state !== 2 && paysFrom < 6 && negative === null,
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
      lasting: lasting(tested),
      short: first(3, 5, year => below(tested, year)),
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
  if (t.lasting !== null) return say('rating.caution_living', { year: t.lasting });
  return t.short !== null ? say('rating.caution_short', { year: t.short }) : say('rating.caution_grants');
}

function headline(j) {
  if (j.isSpread) {
    return j.lasting === null ? say('answer.headline_evenly') : say('answer.headline_evenly_short', { year: j.lasting });
  }
  if (j.holdsOnlyOpen) return say('answer.headline_open');
  if (j.paysFrom !== null) {
    return j.paysFrom === 1 ? say('answer.headline_always') : say('answer.headline_from', { year: j.paysFrom });
  }
  return j.lasting === 1 ? say('answer.headline_never') : say('answer.headline_short', { year: j.lasting });
}

function sentence(j) {
  return [covers(j), margin(j), savings(j)].filter(Boolean).join(' ');
}

function covers(j) {
  const evenly = j.isSpread;
  if (j.lasting === 1) return say(evenly ? 'answer.short_evenly_always' : 'answer.short_always');
  if (j.lasting !== null) return say(evenly ? 'answer.short_evenly' : 'answer.short_from', { year: j.lasting });
  if (j.holdsOnlyOpen) return say('answer.covers_open');
  const always = j.paysFrom === 1, values = { year: j.paysFrom, last: j.falls - 1, until: j.falls };
  const key = evenly ? (always ? 'answer.covers_evenly' : 'answer.covers_evenly_from')
    : always && j.falls === null ? 'answer.covers_always' : always ? 'answer.covers' : 'answer.covers_from';
  return say(j.falls === null ? key : key + '_until', values);
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
    return t.lasting === null ? say('answer.less_filled') : say('answer.short_filled', { year: t.lasting });
  }
  if (j.state === 2) return '';
  return j.out === null ? say('answer.savings_last') : say('answer.savings_last_until', { year: j.out });
}

function yearFive(result) {
  return say(below([result], 0) ? 'mail.year5_short' : 'mail.year5_left', { amount: moneyShort(Math.abs(result)) });
}

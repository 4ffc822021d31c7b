/** Bench: 40 reviews of 2,000 subtitles come back: read, merged, laid out for the panel, and every suggestion accepted. */
import { loadSources } from './support/load-sources.mjs';

const CUES = 2000;
const REVIEWERS = 40;
/** How many of the subtitles a reviewer says something about beside a verdict: one in ten is suggested otherwise, one in twenty commented. */
const SUGGEST_EVERY = 10;
const COMMENT_EVERY = 20;
const ROUNDS = 5;
const DAY = 1_760_000_000_000;

const SOURCES = [
  'shared/history/tables.ts',
  'shared/style/styles.ts',
  'shared/review/build-packet.ts',
  'shared/review/work.ts',
  'shared/review/review-file.ts',
  'shared/review/merge-notes.ts',
  'shared/review/changes.ts',
  'shared/review/status.ts',
  'shared/review/threads.ts',
  'shared/edits/review.ts',
];

function makeProject(app) {
  const track = { id: 't', order: 0, kind: 'source', language: 'en', name: '', direction: 'ltr' };
  const cues = Array.from({ length: CUES }, (_, n) => ({
    ...{ id: `c${n}`, trackId: 't', startMs: n * 3000, endMs: n * 3000 + 2500 },
    text: `Everyone has the right number ${n}\nto be heard in place ${n % 97}.`,
    ...{ speakerId: null, wordIds: [], sourceCueId: null, position: 'bottom', status: 'timed' },
    ...{ stale: false, timedByHand: false },
  }));
  return {
    ...app.emptyProject({ id: 'p', title: 'Bench', language: 'en' }),
    tracks: [{ ...track, profileId: 'default', styleId: 'outspoken' }],
    cues,
    styles: app.defaultStyles(),
  };
}

function reviewBy(app, packet, who) {
  const notes = [];
  packet.tracks[0].cues.forEach(({ id, text }, n) => {
    const about = {
      revision: 0,
      atMs: DAY + n,
      target: { kind: 'cue', id, trackId: 't' },
      base: text,
      withdrawn: false,
    };
    notes.push({ ...about, id: `j${n}`, kind: 'judgement', verdict: (n + who) % 9 === 0 ? 'wrong' : 'fine' });
    if ((n + who) % SUGGEST_EVERY === 0)
      notes.push({ ...about, id: `s${n}`, kind: 'suggestion', text: text.replace('right', `right ${who}`) });
    if ((n + who) % COMMENT_EVERY === 0)
      notes.push({
        ...about,
        id: `c${n}`,
        kind: 'comment',
        quote: null,
        replyTo: null,
        text: `comment ${who}`,
      });
  });
  return { ...app.newWork(packet, `reviewer-${who}`), initials: `R${who}`, notes };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

function timed(work) {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
}

export async function bench() {
  const app = await loadSources(SOURCES);
  const project = makeProject(app);
  const packet = app.buildPacket(
    project,
    { trackIds: ['t'], language: 'en', transcript: false },
    { packetId: 'packet-1', madeAtMs: DAY, media: null, shotsMs: null },
  );
  const files = Array.from({ length: REVIEWERS }, (_, who) => app.writeReview(reviewBy(app, packet, who)));
  const megabytes = (files.reduce((sum, text) => sum + text.length, 0) / 1e6).toFixed(1);
  const rows = { parse: [], read: [], merge: [], atOnce: [], again: [], layOut: [], accept: [] };
  let counts = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    rows.parse.push(timed(() => files.map((text) => JSON.parse(text)))[1]);
    const [reviews, read] = timed(() => files.map((text) => app.parseReview(text, 'bench').review));
    const [merged, merge] = timed(() =>
      reviews.reduce((next, one) => app.mergeReviews.apply(next, { notes: app.notesOf(one) }), project),
    );
    const [, atOnce] = timed(() => app.mergeReviews.apply(project, { notes: reviews.flatMap(app.notesOf) }));
    const [, again] = timed(() => app.mergeReviews.apply(merged, { notes: reviews.flatMap(app.notesOf) }));
    const [, layOut] = timed(() => {
      const textOf = app.textFinder(merged);
      for (const note of merged.notes)
        if (note.kind === 'suggestion') app.changeOf(note, textOf(note.target));
      app.threadsByTarget(merged.notes);
      app.verdictsByCue(merged.notes, merged.cues, ({ text }) => text);
    });
    const ids = merged.notes.flatMap(({ id, kind }) => (kind === 'suggestion' ? [id] : []));
    let made = 0;
    const [accepted, accept] = timed(() =>
      app.acceptSuggestions.apply(merged, {
        newId: () => `n${(made += 1)}`,
        ids,
        signed: { by: 'ED', atMs: DAY },
      }),
    );
    const taken = accepted.notes.filter(({ decision }) => decision).length;
    counts = `${merged.notes.length} notes, ${ids.length} suggestions, ${taken} accepted, ${ids.length - taken} in conflict`;
    for (const [name, ms] of Object.entries({ read, merge, atOnce, again, layOut, accept }))
      rows[name].push(ms);
  }
  const ms = Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, median(list)]));
  const figure = (name) => `${ms[name].toFixed(0)} ms`;
  console.log(
    `review: ${REVIEWERS} reviews of ${CUES} cues (${megabytes} MB; ${counts}): ` +
      `read and checked in ${figure('read')} (${(ms.read / ms.parse).toFixed(1)} × JSON.parse), merged in one step in ${figure('atOnce')}, one after the other in ${figure('merge')}, ` +
      `merged again in ${figure('again')}, laid out in ${figure('layOut')}, accepted in ${figure('accept')}`,
  );
  return { name: 'review', ...ms };
}

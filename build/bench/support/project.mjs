/** A project of one track for the export benches. */

const TEXT = 'Women’s rights are not only about\nheterosexual women. Біз осындамыз.';

/** `times`: when its cues are shown; `styles` as `defaultStyles()` gives them. The track is called `t`. */
export function projectWith(times, styles) {
  const track = {
    id: 't',
    order: 1,
    kind: 'source',
    language: 'en',
    name: '',
    direction: 'ltr',
    profileId: 'p',
  };
  const cues = times.map(({ startMs, endMs }, n) => ({
    ...{ id: `c${n}`, trackId: 't', startMs, endMs, text: TEXT },
    ...{ speakerId: null, wordIds: [], sourceCueId: null, position: 'bottom', status: 'timed' },
    ...{ stale: false, timedByHand: false },
  }));
  return {
    meta: { id: 'p', title: '', language: 'en', media: null },
    ...{ speakers: [], paragraphs: [], tracks: [{ ...track, styleId: styles[0].id }], cues, styles },
  };
}

/** The project as an export may see it; `Cleared` is the app's. */
export function cleared(project, Cleared) {
  const scope = { trackIds: ['t'], speakers: false, transcript: false, labels: false };
  return Cleared.from(project, scope, { names: [] });
}

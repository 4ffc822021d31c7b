/** Projects as large as a bench wants them. */
const WORDS_PER_CUE = 7;

/**
 * A project file of so many cues of seven words each. `everyMs`: from the start of one word to the next. `media`: its
 * reference to footage.
 */
export function projectOf(count, { everyMs = 200, media = null } = {}) {
  const cues = [];
  const paragraphs = [];
  for (let index = 0; index < count; index += 1) {
    const words = Array.from({ length: WORDS_PER_CUE }, (_, n) => {
      const startMs = (index * WORDS_PER_CUE + n) * everyMs;
      return {
        id: `w${index}-${n}`,
        text: `word${n}`,
        startMs,
        endMs: startMs + Math.round(0.75 * everyMs),
        confidence: 0.9,
      };
    });
    const startMs = index * WORDS_PER_CUE * everyMs;
    paragraphs.push({ id: `p${index}`, order: index, speakerId: null, language: null, hintMs: null, words });
    cues.push({
      id: `c${index}`,
      trackId: 't',
      startMs,
      endMs: startMs + Math.round(6.5 * everyMs),
      text: `Subtitle ${index + 1}`,
      speakerId: null,
      wordIds: words.map(({ id }) => id),
      sourceCueId: null,
      position: 'bottom',
      status: 'timed',
      stale: false,
      timedByHand: false,
    });
  }
  const track = {
    id: 't',
    order: 0,
    kind: 'source',
    language: 'en',
    name: '',
    direction: 'ltr',
    profileId: 'netflix-en',
    styleId: 's',
  };
  return {
    format: 'outspoken',
    version: 1,
    savedSeq: 0,
    savedEntry: null,
    meta: { id: `bench${count}`, title: `bench ${count}`, language: 'en', media },
    speakers: [],
    paragraphs,
    tracks: [track],
    cues,
    styles: [],
  };
}

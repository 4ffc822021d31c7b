import type { Project } from '../../shared/domain/project';
import type { Cue, Track } from '../../shared/domain/track';
import type { Paragraph } from '../../shared/domain/transcript';
import { emptyProject, sortedProject } from '../../shared/history/tables';
import { defaultStyles } from '../../shared/style/styles';

/** Ids `x1`, `x2`… */
export function idMaker(prefix = 'x'): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

export function track(id: string, kind: Track['kind'], language: string, order: number): Track {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return { id, order, kind, language, name: language, direction, profileId: 'default', styleId: 'outspoken' };
}

export function cue(id: string, startMs: number, endMs: number, text: string, more: Partial<Cue> = {}): Cue {
  return {
    id,
    trackId: 'en',
    startMs,
    endMs,
    text,
    speakerId: null,
    wordIds: [],
    sourceCueId: null,
    position: 'bottom',
    status: 'timed',
    stale: false,
    timedByHand: false,
    ...more,
  };
}

/** A paragraph whose words are `w<first>`… each 400 ms long, one every 500 ms, from `500 * first` on. */
export function paragraph(id: string, order: number, text: string, first: number): Paragraph {
  const words = text.split(' ').map((word, index) => {
    const startMs = 500 * (first + index);
    return { id: `w${first + index}`, text: word, startMs, endMs: startMs + 400, confidence: 0.9 };
  });
  return { id, order, speakerId: 's1', language: null, hintMs: null, words };
}

/** Two speakers, two paragraphs (ten words, all timed), three source cues of them, translations of the first two. */
export function sampleProject(): Project {
  return sortedProject({
    ...emptyProject({ id: 'p', title: 'Feminita', language: 'en' }),
    speakers: [
      { id: 's1', order: 0, name: 'Zhanar', pseudonym: null },
      { id: 's2', order: 1, name: 'Gulzada', pseudonym: 'G.' },
    ],
    paragraphs: [
      paragraph('p1', 0, 'We are engaged in human rights.', 0),
      paragraph('p2', 1, 'This is our land.', 6),
    ],
    tracks: [track('en', 'source', 'en', 0), track('ru', 'translation', 'ru', 1)],
    cues: [
      cue('c1', 0, 1400, 'We are engaged', { wordIds: ['w0', 'w1', 'w2'], status: 'approved' }),
      cue('c2', 1500, 2900, 'in human rights.', { wordIds: ['w3', 'w4', 'w5'] }),
      cue('c3', 3000, 4900, 'This is our land.', { wordIds: ['w6', 'w7', 'w8', 'w9'] }),
      cue('r1', 0, 1400, 'Мы занимаемся', { trackId: 'ru', sourceCueId: 'c1', status: 'approved' }),
      cue('r2', 1500, 2900, 'правами человека.', { trackId: 'ru', sourceCueId: 'c2', status: 'translated' }),
    ],
    styles: defaultStyles(),
  });
}

/** A project of `count` source cues of `words` words each, as long interviews have. */
export function largeProject(count: number, words = 7): Project {
  const all: Paragraph[] = [];
  const cues: Cue[] = [];
  for (let index = 0; index < count; index += 1) {
    const texts = Array.from({ length: words }, (_, n) => `word${(index * words + n) % 997}`);
    const p = paragraph(`p${index}`, index, texts.join(' '), index * words);
    all.push({ ...p, speakerId: null });
    const first = p.words[0]?.startMs ?? 0;
    const wordIds = p.words.map(({ id }) => id);
    cues.push(cue(`c${index}`, first, first + 500 * words - 100, texts.join(' '), { wordIds }));
  }
  return sortedProject({
    ...emptyProject({ id: 'large', title: 'Large', language: 'en' }),
    paragraphs: all,
    tracks: [track('en', 'source', 'en', 0)],
    cues,
    styles: defaultStyles(),
  });
}

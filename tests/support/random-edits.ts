import fc from 'fast-check';
import { AppError } from '../../shared/api/errors';
import type { Project } from '../../shared/domain/project';
import type { Edit } from '../../shared/edits/edit';
import { constantFrames } from '../../shared/frames/frames';
import { edits } from '../../shared/edits/registry';
import { reviewRuns } from './random-review';

/** One edit bound to arguments that are chosen by numbers, so that it fits whatever project it meets. */
export interface RandomEdit {
  readonly command: keyof typeof edits;
  readonly label: string;
  apply(project: Project, newId: () => string): Project;
}

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];

const BOX = { x: 0.2, y: 0.1, width: 0.3, height: 0.3 };

/** With a cover of a fixed id, unless one is there already. */
function covered(project: Project): Project {
  if (project.redactions?.some(({ id }) => id === 'cover')) return project;
  return edits['redaction.cover'].apply(project, {
    ...{ newId: () => 'cover', startMs: 1000, endMs: 2000, atMs: 1000, box: BOX },
  });
}

const choice = fc.record({
  command: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
  a: fc.nat(1000),
  b: fc.nat(1000),
  time: fc.integer({ min: -500, max: 9000 }),
  text: fc.array(fc.constantFrom('We', 'are', 'Rights', 'құқық', 'права', '<i>our</i>', '…', 'land.'), {
    maxLength: 8,
  }),
});

/** Any edit of the registry with arguments that mostly fit; what does not fit leaves the project as it is. */
export const randomEdit: fc.Arbitrary<RandomEdit> = choice.map(({ command, a, b, time, text: words }) => ({
  command,
  label: edits[command].label,
  apply(project, newId) {
    const text = words.join(b % 3 === 0 ? '\n' : ' ');
    const cue = pick(project.cues, a)?.id ?? 'none';
    const track = pick(project.tracks, a)?.id ?? 'none';
    const own = project.cues.filter(({ trackId }) => trackId === track);
    const at = b % Math.max(1, own.length);
    const paragraph = pick(project.paragraphs, a)?.id ?? 'none';
    const speaker = pick(project.speakers, a)?.id ?? 'none';
    const ids = [cue, ...own.slice(at, at + 2).map(({ id }) => id)];
    const run = <A>(edit: Edit<A>, args: A) => edit.apply(project, args);
    const runs: Record<keyof typeof edits, () => Project> = {
      'cue.setText': () => run(edits['cue.setText'], { id: cue, text }),
      'cue.setTimes': () =>
        run(edits['cue.setTimes'], { id: cue, ...(b % 2 ? { startMs: time } : { endMs: time }) }),
      'cue.shift': () => run(edits['cue.shift'], { ids, deltaMs: time - 4000 }),
      'cue.nudge': () =>
        run(edits['cue.nudge'], {
          ids,
          part: pick(['start', 'end', 'both'] as const, a) ?? 'both',
          by: (b % 7) - 3,
          frames: constantFrames({ num: 24_000, den: 1001 }, 9000),
        }),
      'cue.move': () =>
        run(edits['cue.move'], {
          ids,
          deltaMs: time - 4000,
          frames: b % 2 ? constantFrames({ num: 25, den: 1 }, 9000) : null,
        }),
      'cue.split': () =>
        run(edits['cue.split'], { newId, id: cue, offset: b % 2 ? b % 20 : null, atMs: time }),
      'cue.merge': () => run(edits['cue.merge'], { ids: own.slice(at, at + 2).map(({ id }) => id) }),
      'cue.insert': () =>
        run(edits['cue.insert'], { newId, trackId: track, startMs: time, endMs: time + b, text }),
      'cue.insertFirst': () => {
        const cueId = newId();
        return run(edits['cue.insertFirst'], { newId, cueId, startMs: time, endMs: time + b });
      },
      'cue.remove': () => run(edits['cue.remove'], { ids: [cue] }),
      'cue.setPosition': () => run(edits['cue.setPosition'], { ids, position: b % 2 ? 'top' : 'bottom' }),
      'cue.setStatus': () => run(edits['cue.setStatus'], { ids, status: b % 2 ? 'approved' : 'draft' }),
      'cue.setSpeaker': () => run(edits['cue.setSpeaker'], { ids, speakerId: speaker }),
      'cue.confirm': () => run(edits['cue.confirm'], { ids }),
      'cue.fix': () => run(edits['cue.fix'], { fixes: ids.map((id) => ({ id, text, endMs: 1000 })) }),
      'cue.stretch': () => run(edits['cue.stretch'], { ids, fromMs: [0, 1000], toMs: [a, a + b + 1] }),
      'cue.changeFrameRate': () =>
        run(edits['cue.changeFrameRate'], { ids, fromRate: 25, toRate: b % 2 ? 23.976 : 30 }),
      'cue.snap': () => run(edits['cue.snap'], { ids, frames: FRAMES }),
      'cue.retimeFromWords': () =>
        run(edits['cue.retimeFromWords'], { ids, frameRate: 25, durationMs: null }),
      'cue.extendToNext': () => run(edits['cue.extendToNext'], { ids, gapMs: 83 }),
      'cue.extendToPrevious': () => run(edits['cue.extendToPrevious'], { ids, gapMs: 83 }),
      'cue.closeGaps': () => run(edits['cue.closeGaps'], { ids, gapMs: 83, belowMs: 500 }),
      'cue.removeOverlaps': () => {
        const overlapping = edits['cue.setTimes'].apply(project, { id: cue, endMs: time + 5000 });
        return edits['cue.removeOverlaps'].apply(overlapping, { ids, gapMs: 83 });
      },
      'cue.balance': () => run(edits['cue.balance'], { ids }),
      'cue.keepBreaks': () => {
        const broken = edits['cue.setText'].apply(project, { id: cue, text: 'We are\nhere.' });
        return edits['cue.keepBreaks'].apply(broken, { ids });
      },
      'cue.break': () => {
        const broken = edits['cue.setText'].apply(project, { id: cue, text: 'We\nare\nhere.' });
        return edits['cue.break'].apply(broken, { ids, onlyBroken: b % 2 > 0 });
      },
      'cue.italics': () => run(edits['cue.italics'], { ids }),
      'cue.repairCase': () => {
        const small = edits['cue.setText'].apply(project, { id: cue, text: 'we are. here.' });
        return edits['cue.repairCase'].apply(small, { ids, starts: true, capitals: b % 2 > 0 });
      },
      'cue.removeHearingImpaired': () => {
        const noisy = edits['cue.setText'].apply(project, { id: cue, text: `[${text}] (${text}) ${text}` });
        return edits['cue.removeHearingImpaired'].apply(noisy, {
          ids,
          brackets: true,
          parentheses: b % 2 > 0,
          labels: true,
          music: true,
        });
      },
      'track.duplicate': () =>
        run(edits['track.duplicate'], {
          newId,
          id: track,
          language: b % 2 ? 'ar' : 'en',
          name: text.slice(0, 20),
          withTexts: a % 2 > 0,
        }),
      'shots.add': () => run(edits['shots.add'], { atMs: time }),
      'shots.remove': () => run(edits['shots.remove'], { atMs: time }),
      'shots.move': () => run(edits['shots.move'], { fromMs: time, toMs: time + b }),
      'marker.add': () => run(edits['marker.add'], { newId, atMs: time, name: text, colour: 'green' }),
      'marker.set': () => {
        const marked = edits['marker.add'].apply(project, { newId, atMs: b });
        const id = pick(marked.markers ?? [], a)?.id ?? 'none';
        return edits['marker.set'].apply(marked, { id, atMs: time, name: text, colour: 'blue' });
      },
      'marker.remove': () => {
        const marked = edits['marker.add'].apply(project, { newId, atMs: b });
        const old = pick(marked.markers ?? [], a)?.id ?? 'none';
        return edits['marker.remove'].apply(edits['marker.add'].apply(marked, { newId, atMs: time }), {
          ids: [old],
        });
      },
      'redaction.cover': () => covered(project),
      'redaction.place': () =>
        edits['redaction.place'].apply(covered(project), {
          id: 'cover',
          atMs: time,
          box: { ...BOX, x: b / 1000 },
        }),
      'redaction.removeKey': () =>
        edits['redaction.removeKey'].apply(
          edits['redaction.place'].apply(covered(project), { id: 'cover', atMs: 3000, box: BOX }),
          { id: 'cover', atMs: 3000 },
        ),
      'redaction.setTimes': () =>
        edits['redaction.setTimes'].apply(covered(project), { id: 'cover', startMs: time }),
      'redaction.setFill': () =>
        edits['redaction.setFill'].apply(covered(project), { id: 'cover', fill: 'blur' }),
      'redaction.sound': () =>
        run(edits['redaction.sound'], { newId, treatment: 'beep', startMs: b, endMs: time }),
      'redaction.voice': () =>
        run(edits['redaction.voice'], { newId, treatment: 'mute', speakerId: speaker }),
      'redaction.setTreatment': () => {
        const muted = edits['redaction.sound'].apply(project, {
          ...{ newId, treatment: 'mute', startMs: b, endMs: time },
        });
        const id = muted.redactions?.find((each) => !project.redactions?.includes(each))?.id ?? 'none';
        return edits['redaction.setTreatment'].apply(muted, { id, treatment: 'disguise' });
      },
      'redaction.remove': () =>
        edits['redaction.remove'].apply(
          edits['redaction.sound'].apply(covered(project), {
            newId,
            treatment: 'mute',
            startMs: b,
            endMs: time,
          }),
          { ids: ['cover'] },
        ),
      'text.replace': () =>
        run(edits['text.replace'], {
          newId,
          cues: new Map([[cue, text]]),
          paragraphs: new Map(b % 2 ? [[paragraph, text]] : []),
        }),
      'cue.tap': () =>
        run(edits['cue.tap'], { id: cue, startMs: time, endMs: time + b, waiting: ids.slice(1) }),
      'track.makeRoughCues': () => run(edits['track.makeRoughCues'], { newId }),
      'spelling.accept': () =>
        run(edits['spelling.accept'], { language: 'ru', word: words[0] ?? '', isRight: b % 3 !== 0 }),
      'track.add': () =>
        run(edits['track.add'], {
          track: {
            ...(project.tracks[0] ?? { ...EMPTY_TRACK }),
            id: newId(),
            order: time,
            kind: 'translation',
          },
        }),
      'track.remove': () => run(edits['track.remove'], { id: track }),
      'track.retime': () =>
        run(edits['track.retime'], {
          trackId: track,
          times: ids.map((id, n) => ({
            id,
            span:
              n === 1 && b % 5 === 0 ? null : { startMs: Math.max(0, time), endMs: Math.max(0, time) + b },
          })),
          keepHandTimed: a % 2 === 0,
        }),
      'track.makeSubtitles': () =>
        run(edits['track.makeSubtitles'], { newId, frameRate: b % 2 ? 25 : null, durationMs: null }),
      'track.setCues': () =>
        run(edits['track.setCues'], {
          newId,
          trackId: track,
          cues: own
            .slice(b % 2)
            .map((old) => ({ ...old, text: b % 3 ? old.text : text, startMs: old.startMs + b })),
        }),
      'track.setProfile': () => run(edits['track.setProfile'], { id: track, profileId: `profile${b % 3}` }),
      'track.setStyle': () => run(edits['track.setStyle'], { id: track, styleId: `style${b % 3}` }),
      'style.set': () => {
        const style = project.styles[0];
        return style
          ? run(edits['style.set'], { style: { ...style, bold: !style.bold, order: b } })
          : project;
      },
      'style.remove': () => run(edits['style.remove'], { id: pick(project.styles, b)?.id ?? 'none' }),
      'track.useStyle': () => {
        const style = pick(project.styles, b);
        const made = style && { ...style, id: b % 2 ? style.id : newId(), colour: '#123456' };
        return made ? run(edits['track.useStyle'], { trackId: track, style: made }) : project;
      },
      'speaker.setColour': () =>
        run(edits['speaker.setColour'], { id: speaker, colour: b % 2 ? '#00FFFF' : null }),
      'speaker.add': () => run(edits['speaker.add'], { newId, name: text }),
      'speaker.rename': () => run(edits['speaker.rename'], { id: speaker, name: text }),
      'speaker.setPseudonym': () =>
        run(edits['speaker.setPseudonym'], { id: speaker, pseudonym: b % 2 ? text : null }),
      'transcript.replace': () =>
        run(edits['transcript.replace'], {
          newId,
          language: b % 2 ? 'en' : 'kk',
          draft: {
            speakers: [{ name: 'Zhanar' }, { name: text }],
            paragraphs: project.paragraphs.map((old, index) => ({
              speaker: b % 2,
              hintMs: null,
              text: index === a % 3 ? text : old.words.map((word) => word.text).join(' '),
            })),
          },
        }),
      'transcript.setParagraphText': () => {
        const old =
          project.paragraphs.find(({ id }) => id === paragraph)?.words.map((word) => word.text) ?? [];
        old.splice(b % (old.length + 1), time % 3 === 0 ? 1 : 0, ...words.slice(0, a % 3));
        return run(edits['transcript.setParagraphText'], { newId, id: paragraph, text: old.join(' ') });
      },
      'transcript.setParagraphSpeaker': () =>
        run(edits['transcript.setParagraphSpeaker'], { id: paragraph, speakerId: b % 2 ? speaker : null }),
      'transcript.applyAlignment': () =>
        run(edits['transcript.applyAlignment'], {
          alignment: {
            words: project.paragraphs
              .flatMap((p) => p.words)
              .map(({ id }, index) => ({
                wordId: id,
                startMs: index * b,
                endMs: index * b + 9,
                confidence: 0.5,
              })),
          },
        }),
      'translation.add': () => run(edits['translation.add'], { newId, language: b % 2 ? 'ar' : 'kk' }),
      'translation.place': () =>
        run(edits['translation.place'], {
          newId,
          trackId: project.tracks.find(({ kind }) => kind === 'translation')?.id ?? null,
          language: 'kk',
          texts: new Map(
            project.cues
              .filter(({ trackId }) => trackId === 'en')
              .slice(a % 2)
              .map(({ id }) => [id, text]),
          ),
        }),
      'translation.machine': () => {
        const target = project.cues.find(({ id }) => id === cue);
        return run(edits['translation.machine'], {
          trackId: target?.trackId ?? track,
          answers: [{ cue, before: target?.text ?? '', text }],
          made: { by: 'machine', atMs: Math.max(0, time) },
        });
      },
      'translation.addMissing': () => run(edits['translation.addMissing'], { newId, trackId: track }),
      'translation.link': () =>
        run(edits['translation.link'], {
          ids: project.cues
            .filter(({ sourceCueId }) => sourceCueId !== null)
            .slice(0, 1 + (a % 2))
            .map(({ id }) => id),
          sourceIds: project.cues
            .filter(({ trackId }) => trackId === 'en')
            .slice(b % 2, 1 + (a % 3))
            .map(({ id }) => id),
        }),
      'track.setTiming': () => run(edits['track.setTiming'], { id: track, timing: b % 3 ? 'source' : 'own' }),
      'cue.mend': () => run(edits['cue.mend'], { id: cue, text }),
      ...wordRuns({ project, newId, a, b, time, text, paragraph, cue }),
      ...reviewRuns({ project, newId, a, b, text, cue }),
      'project.setTitle': () => run(edits['project.setTitle'], { title: text }),
      'project.setMedia': () =>
        run(edits['project.setMedia'], {
          media: b % 2 ? null : { path: `../film${a}.mp4`, durationMs: b, fingerprint: FINGERPRINT },
        }),
      'project.setSound': () => run(edits['project.setSound'], { sound: b % 3 === 0 ? null : b % 3 }),
      'project.setFitting': () =>
        run(edits['project.setFitting'], {
          fitting: { fit: b % 2 ? 'blur' : 'crop', focusX: (a % 5) / 4, focusY: 0.5 },
        }),
      'project.setLanguage': () => run(edits['project.setLanguage'], { language: b % 2 ? 'ru' : 'ar' }),
    };
    try {
      return runs[command]();
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-request') return project;
      throw error;
    }
  },
}));

/** Arguments of the edits of words, paragraphs and speech. */
function wordRuns(given: {
  readonly project: Project;
  readonly newId: () => string;
  readonly a: number;
  readonly b: number;
  readonly time: number;
  readonly text: string;
  readonly paragraph: string;
  readonly cue: string;
}) {
  const { project, newId, a, b, time, text, paragraph: id, cue } = given;
  const run = <A>(edit: Edit<A>, args: A) => edit.apply(project, args);
  const all = project.paragraphs.flatMap(({ words }) => words.map((word) => word.id));
  const from = a % Math.max(1, all.length);
  const ids = all.slice(from, from + 1 + (b % 3));
  const wordId = ids[0] ?? 'none';
  const on = b % 3 > 0;
  const span = { startMs: time, endMs: time + b };
  return {
    'transcript.addParagraph': () =>
      run(edits['transcript.addParagraph'], {
        newId,
        afterWordId: b % 4 === 0 ? null : wordId,
        text,
        speakerId: null,
      }),
    'transcript.splitParagraph': () => run(edits['transcript.splitParagraph'], { newId, wordId }),
    'transcript.mergeParagraphs': () => run(edits['transcript.mergeParagraphs'], { id }),
    'transcript.removeParagraph': () => run(edits['transcript.removeParagraph'], { id }),
    'words.pin': () => run(edits['words.pin'], { ids, on }),
    'words.check': () => run(edits['words.check'], { ids, on }),
    'words.leaveOut': () => run(edits['words.leaveOut'], { ids, on }),
    'words.setTimes': () => run(edits['words.setTimes'], { ids, ...span }),
    'speech.leaveOut': () => run(edits['speech.leaveOut'], { ...span, on }),
    'speech.markUncovered': () => run(edits['speech.markUncovered'], span),
    'cue.takeWordTimes': () => run(edits['cue.takeWordTimes'], { ids: [cue] }),
    'cue.keepTimes': () => run(edits['cue.keepTimes'], { ids: [cue] }),
  };
}

const FINGERPRINT = { sizeBytes: 1, headSha256: 'a'.repeat(64), tailSha256: 'b'.repeat(64) };
const FRAMES = {
  timesMs: Float64Array.from({ length: 300 }, (_, n) => n * 33.3667),
  endMs: 300 * 33.3667,
  keyFrames: new Uint8Array(300),
};
const EMPTY_TRACK = {
  id: 't',
  order: 0,
  kind: 'translation',
  language: 'kk',
  name: '',
  direction: 'ltr',
  profileId: 'default',
  styleId: 'outspoken',
} as const;

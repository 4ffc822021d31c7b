/** The part of a project that one export may see: what the list allows, under pseudonyms, and nothing else. */
import type { NameFinding } from '../domain/export';
import type { Project } from '../domain/project';
import type { ProtectedName } from '../domain/protected-name';
import { publicName } from '../domain/public-name';
import type { Comment, Note } from '../domain/review';
import type { Cue, Track } from '../domain/track';
import type { Paragraph, Speaker } from '../domain/transcript';
import { formatMessage } from '../messages/index';
import { withoutVoices } from '../redaction/sound';
import { withoutMarkUp } from '../text/mark-up';
import type { GuardedText, NameGuard } from './guard';
import { withSeams } from './seams';
import { replaceInCue, replaceInText, replaceInWords } from './pseudonyms';
import { joinWords } from '../transcript/words';

/** What of a project goes along with an export. Everything else is taken out, so that no writer can let it slip. */
export interface ExportScope {
  readonly trackIds: readonly string[];
  /** Speakers are named (by pseudonym where one is set); else they stay as records without a name. */
  readonly speakers: boolean;
  /** The transcript's paragraphs. */
  readonly transcript: boolean;
  /** The project's title and the tracks' names, as labels inside a file. */
  readonly labels: boolean;
  /** Open comments on what goes along. */
  readonly comments?: boolean;
}

export interface PublicProject {
  readonly project: Project;
  /** How many names gave way to a pseudonym, in texts and labels (speakers' own pseudonyms not counted). */
  readonly replaced: number;
  /** Listed names that are still there. */
  readonly findings: readonly NameFinding[];
  /** First and family names of listed people that stand alone: others may be called so. */
  readonly parts: readonly NameFinding[];
}

/** Speakers with a pseudonym are protected names without anybody listing them. */
export function speakersAsNames({ speakers }: Pick<Project, 'speakers'>): ProtectedName[] {
  return speakers.flatMap(({ id, name, pseudonym }): ProtectedName[] => {
    const shown = publicName(speakers, id);
    const isHidden =
      (pseudonym?.trim() ?? '') !== '' && shown !== name && (name.match(/\p{L}/gu) ?? []).length > 1;
    if (!isHidden || shown === null) return [];
    return [{ name: name.trim(), aliases: [], kind: 'person', languages: [], pseudonym: shown }];
  });
}

/** Takes out what is not in scope, puts pseudonyms in, and looks for listed names in the rest. The project itself stays. */
export function publicProject(project: Project, guard: NameGuard, scope: ExportScope): PublicProject {
  let replaced = 0;
  const kept = <T>({ value, count }: { readonly value: T; readonly count: number }): T => {
    replaced += count;
    return value;
  };
  const label = (text: string) => (scope.labels ? kept(replaceInText(text, null, guard)) : '');
  const tracks = project.tracks.filter(({ id }) => scope.trackIds.includes(id));
  const languages = new Map(tracks.map(({ id, language }) => [id, language]));
  const result: Project = {
    meta: {
      id: project.meta.id,
      title: label(project.meta.title),
      language: project.meta.language,
      // An index of the footage's sounds, not a name.
      ...(project.meta.sound === undefined ? {} : { sound: project.meta.sound }),
      media: null,
      extra: undefined,
    },
    speakers: project.speakers.map((speaker): Speaker => {
      const name = scope.speakers ? (publicName(project.speakers, speaker.id) ?? '') : '';
      return { ...speaker, name: kept(replaceInText(name, null, guard)), pseudonym: null, extra: undefined };
    }),
    paragraphs: scope.transcript
      ? project.paragraphs.map((paragraph): Paragraph => {
          const spoken = paragraph.language ?? project.meta.language;
          return {
            ...paragraph,
            words: kept(replaceInWords(paragraph.words, spoken, guard)),
            extra: undefined,
          };
        })
      : [],
    tracks: tracks.map((track) => ({ ...track, name: label(track.name) })),
    cues: project.cues.flatMap((cue): Cue[] => {
      const language = languages.get(cue.trackId);
      if (language === undefined) return [];
      return [{ ...cue, text: kept(replaceInCue(cue.text, language, guard)), extra: undefined }];
    }),
    styles: project.styles,
    // Whatever shows the film needs them, and none of them holds a text.
    ...(project.redactions ? { redactions: withoutVoices(project) } : {}),
    notes: [],
    versions: [],
  };
  if (scope.comments === true)
    result.notes = openComments(project.notes, result).map((note) => {
      return { ...note, base: '', quote: null, text: kept(replaceInText(note.text, null, guard)) };
    });
  return { project: result, replaced, ...guard.findWithParts(textsOf(result)) };
}

/** Comments nobody has dealt with, on cues and paragraphs that are there. */
function openComments(notes: readonly Note[], { cues, paragraphs }: Project): Comment[] {
  const shown = new Set([...cues, ...paragraphs].map(({ id }) => id));
  return notes.flatMap((note) =>
    note.kind === 'comment' && !note.withdrawn && note.resolved === null && shown.has(note.target.id)
      ? [note]
      : [],
  );
}

/** Every text of a project that could leave with it, each with its place. */
export function* textsOf(project: Project): Generator<GuardedText> {
  yield { kind: 'label', place: formatMessage('safety.place.title'), text: project.meta.title, ...NOWHERE };
  for (const { name } of project.speakers)
    yield { kind: 'speaker', place: formatMessage('safety.place.speaker'), text: name, ...NOWHERE };
  for (const { name, language } of project.tracks)
    yield { kind: 'label', place: formatMessage('safety.place.track', { language }), text: name, ...NOWHERE };
  for (const track of project.tracks) yield* withSeams(cueTexts(project, track));
  yield* withSeams(paragraphTexts(project));
  for (const note of project.notes)
    if (note.kind === 'comment')
      yield {
        kind: 'label',
        place: formatMessage('safety.place.comment'),
        text: `${note.author}\n\n${note.text}`,
        ...NOWHERE,
      };
}

function* cueTexts({ cues }: Project, { id: track, language }: Track): Generator<GuardedText> {
  let number = 0;
  for (const { id, trackId, text } of cues) {
    if (trackId !== track) continue;
    number += 1;
    const place = formatMessage('safety.place.cue', { number, language });
    yield { kind: 'cue', place, text: withoutMarkUp(text), language, recordId: id };
  }
}

function* paragraphTexts({ meta, paragraphs }: Project): Generator<GuardedText> {
  for (const [index, { id, language, words }] of paragraphs.entries())
    yield {
      kind: 'paragraph',
      place: formatMessage('safety.place.paragraph', { number: index + 1 }),
      text: joinWords(words),
      language: language ?? meta.language,
      recordId: id,
    };
}

const NOWHERE = { language: null, recordId: null } as const;

/** From what a person asks for to the files to be made. */
import type { ExportItem, ExportOutput, ExportPlan } from '../domain/export';
import type { Project } from '../domain/project';
import type { Track } from '../domain/track';
import { completeVideo } from '../video/complete';
import { endingOf, safeName, shortLabel } from './file-names';

/** The pattern used where nobody chose one. */
export const USUAL_NAMING = '{title}.{lang}.{ext}';

/** Whether an output is made once a track, once for all of them, or without any. */
export function tracksIn(output: ExportOutput): 'each' | 'together' | 'none' {
  if (output.kind === 'subtitles') return 'each';
  if (output.kind === 'transcript' || output.delivery === 'none') return 'none';
  return output.delivery === 'mux' ? 'together' : 'each';
}

/**
 * The files of a plan, in the order they are best made: what takes a second before what takes an hour, else as asked for,
 * language by language. Names are unique. Tracks the project does not have are left out. Pure: the same plan gives the same items.
 */
export function planItems(project: Project, plan: ExportPlan, title: string): ExportItem[] {
  const tracks = plan.tracks.flatMap((id) => project.tracks.find((track) => track.id === id) ?? []);
  const wanted = plan.outputs.flatMap((output) => tracksOf(output, tracks).map((of) => ({ output, of })));
  wanted.sort((a, b) => weight(a.output) - weight(b.output) || place(tracks, a.of) - place(tracks, b.of));
  const names = uniqueNames(
    wanted.map(({ output, of }) => nameParts(project, plan.naming, title, output, of)),
  );
  return wanted.map(({ output, of }, index) => ({
    id: `item-${index + 1}`,
    output,
    trackIds: of.map(({ id }) => id),
    languages:
      of.length > 0
        ? of.map(({ language }) => language)
        : output.kind === 'transcript'
          ? [project.meta.language]
          : [],
    name: names[index] ?? '',
    ...alterations(output, plan),
  }));
}

/** What else of a plan concerns an output: only videos are cut, and only new pictures get logo and card. */
function alterations(
  output: ExportOutput,
  { branding, span }: Pick<ExportPlan, 'branding' | 'span'>,
): Pick<ExportItem, 'branding' | 'span'> {
  if (output.kind !== 'video') return {};
  return {
    ...(branding && takesBranding(output) ? { branding } : {}),
    ...(span ? { span } : {}),
  };
}

/** Whether a logo and a card go into a video: not into a transparent picture for an editor, nor where the picture is a plain copy. */
export function takesBranding(output: ExportOutput): boolean {
  if (output.kind !== 'video' || output.delivery === 'overlay') return false;
  return completeVideo(output).codec !== 'copy';
}

/** Whether the picture of an item is cut, covered or followed by something, so that it cannot be a copy. */
export function isAltered({ branding, span }: Pick<ExportItem, 'branding' | 'span'>): boolean {
  return Boolean(span) || Boolean(branding?.logo ?? branding?.endCard);
}

function tracksOf(output: ExportOutput, tracks: readonly Track[]): (readonly Track[])[] {
  switch (tracksIn(output)) {
    case 'each':
      return tracks.map((track) => [track]);
    case 'together':
      return tracks.length > 0 ? [tracks] : [];
    case 'none':
      return [[]];
  }
}

const weight = (output: ExportOutput) => (output.kind === 'video' ? 1 : 0);
const place = (tracks: readonly Track[], [first]: readonly Track[]) => (first ? tracks.indexOf(first) : -1);

interface NameParts {
  readonly stem: string;
  readonly label: string;
  readonly ending: string;
}

function nameParts(
  project: Project,
  naming: string,
  title: string,
  output: ExportOutput,
  of: readonly Track[],
): NameParts {
  const languages = of.map(({ language }) => language);
  const shown = languages.length > 3 ? 'all' : languages.join('-');
  const lang = shown !== '' ? shown : output.kind === 'transcript' ? project.meta.language : '';
  const ending = endingOf(output);
  const parts: Readonly<Record<string, string>> = { title, lang, output: shortLabel(output), ext: ending };
  const filled = naming.replaceAll(/\{(\w+)\}/g, (whole, part: string) => parts[part] ?? whole);
  const withoutEnding = filled.toLowerCase().endsWith(`.${ending}`)
    ? filled.slice(0, -ending.length - 1)
    : filled;
  return {
    stem: safeName(withoutEnding.replaceAll(/\.{2,}/g, '.')),
    label: safeName(shortLabel(output)),
    ending,
  };
}

/** A name that two files would have gets its output's label in both, then a number. Case does not tell files apart. */
function uniqueNames(parts: readonly NameParts[]): string[] {
  const plain = ({ stem, ending }: NameParts) => `${stem}.${ending}`;
  const count = new Map<string, number>();
  for (const part of parts) count.set(key(plain(part)), (count.get(key(plain(part))) ?? 0) + 1);
  const taken = new Set<string>();
  return parts.map((part) => {
    const isShared = (count.get(key(plain(part))) ?? 0) > 1;
    const stem = isShared ? `${part.stem}.${part.label}` : part.stem;
    let name = `${stem}.${part.ending}`;
    for (let n = 2; taken.has(key(name)); n++) name = `${stem}-${n}.${part.ending}`;
    taken.add(key(name));
    return name;
  });
}

const key = (name: string) => name.normalize('NFC').toLowerCase();

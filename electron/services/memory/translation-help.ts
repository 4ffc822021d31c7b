import { basename, dirname, join } from 'node:path';
import type { Project } from '../../../shared/domain/project';
import type { Track } from '../../../shared/domain/track';
import { sourceTrackOf } from '../../../shared/edits/make-subtitles';
import {
  termFinder,
  type FoundTerm,
  type Term,
  type TermFinder,
} from '../../../shared/translation/glossary/terms';
import { sourceIdsOf } from '../../../shared/translation/links';
import {
  createMemory,
  type Memory,
  type MemoryMatch,
  type MemoryUnit,
} from '../../../shared/translation/memory/memory';
import { parseTmx, writeTmx } from '../../../shared/translation/memory/tmx';
import { unitsOf } from '../../../shared/translation/memory/units';
import { plainText } from '../../../shared/translation/upstream';
import { keepCopy, readFileCapped, statOrNull, writeFileAtomic } from '../../platform/files';
import { runWorker } from '../../platform/workers';
import { decodeText } from '../text/decode';
import { findHelpFiles } from './find-files';
import { HelpRead } from './help-work';
import { runOn } from '../../../shared/text/unspaced';

/** What is known to help with a cue. */
export interface CueHelp {
  readonly matches: readonly MemoryMatch[];
  readonly terms: readonly FoundTerm[];
  /** Names of files beside the project that could not be read to the end. */
  readonly unreadable: readonly string[];
}

export interface TranslationHelp {
  /** What memories, glossaries and the project itself have for a translated cue. Throws nothing for files that are broken. */
  forCue(place: string, project: Project, cueId: string): Promise<CueHelp>;
  /** Where a phrase stands in the memories, on either side. */
  search(place: string, project: Project, track: Track, phrase: string): Promise<MemoryUnit[]>;
  /** The glossaries' terms for a pair of languages; null where there is no glossary. `stamp` changes with them. */
  terms(
    place: string,
    source: string,
    target: string,
  ): Promise<{ readonly stamp: string; readonly terms: readonly Term[] } | null>;
  /** Adds what is translated in a track to `memory.tmx` beside the project. Throws `no-permission`, `disk-full`. */
  keep(
    place: string,
    project: Project,
    track: Track,
  ): Promise<{ readonly path: string; readonly units: number }>;
}

/** Under this two sentences are not alike enough to start from (the usual bound of translation tools). */
const LEAST = 0.7;
const MOST_MATCHES = 5;
const MOST_FOUND = 50;
/** Units indexed before others get a turn. */
const STEP = 2000;
const MAX_OWN_BYTES = 400 * 1024 * 1024;

interface Loaded {
  readonly key: string;
  readonly memory: Memory;
  readonly finder: TermFinder;
  readonly unreadable: readonly string[];
}

/** Memories and glossaries as plain files beside projects; read when they changed, kept indexed in between. */
export function createTranslationHelp(): TranslationHelp {
  const loaded = new Map<string, Promise<Loaded>>();
  const glossaries = new Map<string, { readonly stamp: string; readonly terms: readonly Term[] }>();

  async function load(place: string, source: string, target: string): Promise<Loaded> {
    const folder = dirname(place);
    const files = await findHelpFiles(folder);
    const key = JSON.stringify([files.map(({ path, stamp }) => [path, stamp])]);
    const slot = JSON.stringify([folder, source, target]);
    const known = await loaded.get(slot)?.catch(() => null);
    if (known?.key === key) return known;
    const fresh = (async () => {
      const work = { files: files.map(({ path, kind }) => ({ path, kind })), source, target };
      const read = HelpRead.parse(await runWorker('memory', work));
      const memory = createMemory();
      for (let at = 0; at < read.units.length; at += STEP) {
        memory.add(read.units.slice(at, at + STEP));
        await new Promise((resolve) => setImmediate(resolve));
      }
      return { key, memory, finder: termFinder(read.terms), unreadable: read.unreadable };
    })();
    loaded.set(slot, fresh);
    return fresh;
  }

  return {
    async terms(place, source, target) {
      const files = (await findHelpFiles(dirname(place))).filter(({ kind }) => kind !== 'tmx');
      if (files.length === 0) return null;
      const stamp = JSON.stringify([source, target, files.map(({ path, stamp: each }) => [path, each])]);
      const slot = JSON.stringify([dirname(place), source, target]);
      const known = glossaries.get(slot);
      if (known?.stamp === stamp) return known;
      const work = { files: files.map(({ path, kind }) => ({ path, kind })), source, target };
      const { terms } = HelpRead.parse(await runWorker('memory', work));
      const fresh = { stamp, terms };
      glossaries.set(slot, fresh);
      return fresh;
    },
    async forCue(place, project, cueId) {
      const cue = project.cues.find(({ id }) => id === cueId);
      const track = project.tracks.find(({ id }) => id === cue?.trackId);
      const source = sourceTrackOf(project);
      if (!cue || !track || !source || track.kind !== 'translation')
        return { matches: [], terms: [], unreadable: [] };
      const { memory, finder, unreadable } = await load(place, source.language, track.language);
      const text = sourceText(project, cue.id);
      const own = createMemory();
      own.add(
        unitsOf(project, track, cue.id).filter(
          (unit) => unit.source !== text || unit.target !== plainText(cue.text),
        ),
      );
      const all = [...own.like(text, LEAST, MOST_MATCHES), ...memory.like(text, LEAST, MOST_MATCHES)];
      const distinct = all.filter((match, n) => all.findIndex(({ target }) => target === match.target) === n);
      return {
        matches: distinct.sort((a, b) => b.score - a.score).slice(0, MOST_MATCHES),
        terms: finder.find(text, plainText(cue.text)),
        unreadable,
      };
    },
    async search(place, project, track, phrase) {
      const source = sourceTrackOf(project);
      if (!source) return [];
      const { memory } = await load(place, source.language, track.language);
      const own = createMemory();
      own.add(unitsOf(project, track));
      return [...own.containing(phrase, MOST_FOUND), ...memory.containing(phrase, MOST_FOUND)].slice(
        0,
        MOST_FOUND,
      );
    },
    async keep(place, project, track) {
      const source = sourceTrackOf(project)?.language ?? project.meta.language;
      const path = join(dirname(place), `memory.${track.language}.tmx`);
      const before = await ownUnits(path, source, track.language);
      const known = new Set(before.map((unit) => JSON.stringify([unit.source, unit.target])));
      const fresh = unitsOf(project, track).filter(
        (unit) => !known.has(JSON.stringify([unit.source, unit.target])),
      );
      await writeFileAtomic(path, writeTmx([...before, ...fresh], source, track.language));
      return { path, units: fresh.length };
    },
  };
}

/**
 * What stands in a memory that is to be written anew; nothing where there is none. One of which not all can be read is kept aside
 * first: it would be gone.
 */
async function ownUnits(path: string, source: string, target: string): Promise<readonly MemoryUnit[]> {
  if (!(await statOrNull(path))) return [];
  // Other tools write it in UTF-16 when somebody saves it there.
  const bytes = await readFileCapped(path, MAX_OWN_BYTES);
  const text = bytes.length === 0 ? '' : decodeText(bytes, null, basename(path)).text;
  const { units, problem } = parseTmx(text, source, target);
  if (problem !== null) await keepCopy(path, 'damaged');
  return units;
}

/** What the source cues of a translated cue say. */
function sourceText(project: Project, cueId: string): string {
  const cue = project.cues.find(({ id }) => id === cueId);
  const ids = new Set(cue ? sourceIdsOf(cue) : []);
  return runOn(project.cues.flatMap(({ id, text }) => (ids.has(id) ? [plainText(text)] : [])));
}

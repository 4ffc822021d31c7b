/** Memory and glossary of an interview as files for others: past the do-not-name lists, like every export. */
import { AppError } from '../../../shared/api/errors';
import { agreed } from '../../../shared/translation/glossary/terms';
import { writeGlossaryCsv, writeTbx, type GlossaryEntry } from '../../../shared/translation/glossary/write';
import { entriesOf } from '../../../shared/translation/memory/units';
import { writeEntries } from '../../../shared/translation/memory/tmx';
import { sourceTrackOf } from '../../../shared/edits/make-subtitles';
import { formatMessage } from '../../../shared/messages/index';
import { prepareTarget, writeExport } from '../export/target';
import type { Clearance, Cleared } from '../safety/clearance';

/** Writes the translations of tracks as TMX; answers how many sentences. Throws `no-cues`, and as `prepareTarget`. */
export async function exportMemory(
  cleared: Cleared,
  trackIds: readonly string[],
  targetPath: string,
  sourcePaths: readonly string[],
): Promise<number> {
  const { project, clearance } = cleared;
  const source = sourceTrackOf(project);
  const tracks = project.tracks.filter(({ id, kind }) => kind === 'translation' && trackIds.includes(id));
  const entries = entriesOf(project, tracks);
  if (!source || entries.length === 0) throw new AppError('no-cues');
  const target = await prepareTarget(targetPath, sourcePaths, clearance);
  await writeExport(target, Buffer.from(writeEntries(entries, source.language)));
  return entries.length;
}

/** Writes terms as CSV or TBX. Throws `names-found` for a listed name in a term, and as `prepareTarget`. */
export async function exportGlossary(
  clearance: Clearance,
  format: 'csv' | 'tbx',
  terms: {
    readonly entries: readonly GlossaryEntry[];
    readonly source: string;
    readonly languages: readonly string[];
  },
  targetPath: string,
  sourcePaths: readonly string[],
): Promise<number> {
  const { entries, source, languages } = terms;
  clearance.check(
    entries.flatMap((entry) =>
      wordsOf(entry).map((text) => ({
        kind: 'text' as const,
        place: formatMessage('memory.glossaryPlace'),
        text,
        language: null,
        recordId: null,
      })),
    ),
  );
  const text = format === 'csv' ? writeGlossaryCsv(entries, source, languages) : writeTbx(entries, source);
  const target = await prepareTarget(targetPath, sourcePaths, clearance);
  await writeExport(target, Buffer.from(text));
  return entries.length;
}

function wordsOf({ source, targets }: GlossaryEntry): string[] {
  return [
    source,
    ...[...targets.values()].flatMap(({ forbidden, ...said }) => [...agreed(said), ...forbidden]),
  ];
}

import { AppError } from '../api/errors';
import type { Cue, Track } from '../domain/track';
import type { Project } from '../domain/project';
import type { Edit } from './edit';
import { sourceIdsOf, withMovedSources, withSourceIds } from '../translation/links';
import { cuesOf, mapCues, trackOf, unsigned, withCues, withoutApproval } from './records';
import { oneLine, runOn } from '../text/unspaced';

/**
 * Makes one cue of two or more that follow each other in one track. It keeps the first one's id, speaker and position and runs
 * from the first start to the last end. Two single lines become two lines; anything longer becomes one line to be broken anew.
 * Translations of the parts become translations of the whole; merged translations render all that their parts did.
 * Throws `bad-request` for fewer than two, for cues of several tracks, and when another cue of the track lies between.
 */
export const mergeCues: Edit<{ ids: readonly string[] }> = {
  command: 'cue.merge',
  label: 'edit.cue.merge',
  apply(project, { ids }) {
    const cues = cuesOf(project, ids);
    const first = cues[0];
    if (!first || cues.length < 2)
      throw new AppError('bad-request', { reason: 'it takes two cues to merge' });
    const track = trackOf(project, first.trackId);
    refuseStrangers(project, track, cues);
    const whole: Cue = {
      ...unsigned(first),
      endMs: cues.reduce((end, cue) => Math.max(end, cue.endMs), 0),
      text: joinTexts(cues.map((cue) => cue.text)),
      wordIds: cues.flatMap((cue) => cue.wordIds),
      stale: cues.some((cue) => cue.stale),
      status: lowest(cues.map((cue) => withoutApproval(project, cue))),
      timedByHand: true,
    };
    const merged = withSourceIds(whole, cues.flatMap(sourceIdsOf));
    const next = withCues(project, cues, [merged]);
    const moves = new Map(cues.map(({ id }) => [id, [first.id]]));
    return mapCues(next, next.cues, (cue) => withMovedSources(cue, moves));
  },
};

function refuseStrangers(project: Project, track: Track, cues: readonly Cue[]): void {
  const own = project.cues.filter((cue) => cue.trackId === track.id);
  const from = own.findIndex((cue) => cue === cues[0]);
  if (cues.some((cue, index) => own[from + index] !== cue))
    throw new AppError('bad-request', {
      reason: 'only cues that follow each other in one track can be merged',
    });
}

/** Texts one after the other. Italics that end where the next ones begin become one. */
export function joinTexts(texts: readonly string[]): string {
  const parts = texts.map((text) => text.trim()).filter((text) => text !== '');
  const twoLines = parts.length === 2 && parts.every((part) => !part.includes('\n'));
  return twoLines ? parts.join('\n') : runOn(parts.map(oneLine)).replace(/<\/i>(\s*)<i>/g, '$1');
}

const ORDER: readonly Cue['status'][] = ['draft', 'timed', 'translated', 'reviewed', 'approved'];

function lowest(statuses: readonly Cue['status'][]): Cue['status'] {
  return ORDER.find((status) => statuses.includes(status)) ?? 'draft';
}

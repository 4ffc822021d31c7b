/** Why a command does nothing now, as far as several commands share the reason. */
import type { MessageKey } from '../../shared/messages/index';
import { canEdit, useDocument } from '../state/document';
import { usePlayback } from '../state/playback';
import { cuesOfTrack, timedWords } from '../state/selectors';
import { useSession } from '../state/session';

/** A reason while it holds, else null. */
export type Refusal = () => MessageKey | null;

/** `key` while `holds`. */
export function because(key: MessageKey, holds: () => boolean): Refusal {
  return () => (holds() ? key : null);
}

/** The first reason that holds, in an open project; the start screen says for itself that there is none. */
export function firstOf(...reasons: readonly Refusal[]): Refusal {
  return () => {
    if (useDocument.getState().session === null) return null;
    for (const reason of reasons) {
      const key = reason();
      if (key !== null) return key;
    }
    return null;
  };
}

const always = () => true;

/** `key` whatever holds: the last of several reasons. */
export const otherwise = (key: MessageKey): Refusal => because(key, always);

export const readOnly = because('refusal.readOnly', () => !canEdit());

export const noSubtitles = because(
  'refusal.noSubtitles',
  () => cuesOfTrack(useDocument.getState().project, useSession.getState().activeTrackId).length === 0,
);

export const noneSelected = because('cues.selectFirst', () => useSession.getState().anchorCueId === null);

export const noTranscript = because(
  'refusal.noTranscript',
  () => useDocument.getState().project.paragraphs.length === 0,
);

export const noWordTimes = because(
  'refusal.noWordTimes',
  () => timedWords(useDocument.getState().project).length === 0,
);

/** Footage that is still being read is no reason: it will be there in a moment. */
export const noFootage = because('refusal.noFootage', () => {
  const { media } = useDocument.getState();
  return media.state !== 'ok' && !usePlayback.getState().ready;
});

/** The campaign's terms for the track shown, read again whenever the person comes back to the window. */
import { create } from 'zustand';
import { termFinder, type TermFinder } from '../../shared/translation/glossary/terms';
import { getClient } from '../platform/client';
import { useDocument } from './document';
import { sourceTrack, trackById } from './selectors';
import { useSession } from './session';

export interface GlossaryState {
  /** The track the terms are for; null while there are none. */
  readonly trackId: string | null;
  readonly finder: TermFinder | null;
}

const NONE: GlossaryState = { trackId: null, finder: null };

export const useGlossary = create<GlossaryState>()(() => NONE);

/** Follows the track shown; returns what stops it. */
export function followGlossary(): () => void {
  let last: readonly unknown[] = [];
  let stamp: string | null = null;
  let count = 0;
  const load = async () => {
    const { project, session } = useDocument.getState();
    const track = trackById(project, useSession.getState().activeTrackId);
    const mine = ++count;
    if (session === null || track?.kind !== 'translation') {
      stamp = null;
      return useGlossary.setState(NONE);
    }
    if (useGlossary.getState().trackId !== track.id) stamp = null;
    const input = { session, track: track.id, stamp };
    // A track that is not yet known there, or a project just closed, has no terms; that is no error to tell of.
    const found = await getClient()
      .call('translation.terms', input)
      .catch(() => null);
    if (mine !== count) return;
    if (!found) {
      stamp = null;
      return useGlossary.setState(NONE);
    }
    if (found.terms === null) return;
    stamp = found.stamp;
    useGlossary.setState({ trackId: track.id, finder: termFinder(found.terms) });
  };
  const look = () => {
    const { project, session, file, safeSeq } = useDocument.getState();
    const track = trackById(project, useSession.getState().activeTrackId);
    // A track just added is known to the services once that step is safe.
    const waits = useGlossary.getState().trackId === track?.id ? null : safeSeq;
    const now = [session, file, track?.id, track?.language, sourceTrack(project)?.language, waits];
    if (now.every((value, n) => value === last[n])) return;
    last = now;
    void load();
  };
  const comeBack = () => void load();
  look();
  window.addEventListener('focus', comeBack);
  const stops = [useDocument.subscribe(look), useSession.subscribe(look)];
  return () => {
    window.removeEventListener('focus', comeBack);
    count += 1;
    for (const stop of stops) stop();
  };
}

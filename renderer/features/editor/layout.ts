import { setLayout, useSession } from '../../state/session';

export type PanelName = 'transcript' | 'player' | 'timeline' | 'findings' | 'styles' | 'redaction' | 'review';

/** Whether the person has put a panel away. */
export function useHidden(panel: PanelName): boolean {
  return useSession((state) => state.layout[`${panel}.hidden`] === true);
}

export interface Share {
  /** 0 to 1. */
  readonly value: number;
  readonly set: (value: number) => void;
}

/** A panel's share of its box, as the person left it. */
export function useShare(panel: PanelName, initial: number): Share {
  const kept = useSession((state) => state.layout[`${panel}.share`]);
  const value = typeof kept === 'number' && kept > 0 && kept < 1 ? kept : initial;
  return { value, set: (next) => setLayout(`${panel}.share`, next) };
}

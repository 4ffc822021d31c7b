import { setLayout, useSession } from '../../state/session';

/** Kept with the layout: whoever opened the source once works that way. */
const SOURCE_OPEN = 'translation.sourceOpen';

/** Whether the source's texts may be changed from beside their translations. Read-only unless the person says so. */
export function useSourceOpen(): boolean {
  return useSession((state) => state.layout[SOURCE_OPEN] === true);
}

/** Opens the source's texts for changes, or closes them again. */
export function toggleSourceOpen(): void {
  setLayout(SOURCE_OPEN, useSession.getState().layout[SOURCE_OPEN] !== true);
}

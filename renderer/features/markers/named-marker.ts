import { create } from 'zustand';

/** The marker whose name is to be typed when the list opens; null for none. */
export const useNamedMarker = create<{ readonly id: string | null }>()(() => ({ id: null }));

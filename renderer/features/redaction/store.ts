import { create } from 'zustand';
import type { Id } from '../../../shared/domain/common';

/** The redaction that fields, keys and the picture's handles work on; null for none. */
export const useRedaction = create<{ readonly selectedId: Id | null }>()(() => ({ selectedId: null }));

/** Which item of the *check these* list the person is at, and what they are asked meanwhile. */
import { create } from 'zustand';
import type { Span } from '../../../shared/domain/alignment';
import type { Project } from '../../../shared/domain/project';
import { useDocument } from '../../state/document';
import { checkItems, type CheckItem } from './model';

/** Where missing text is to be put in. */
export interface MissingText {
  /** Behind this word; null: before everything. */
  readonly afterWordId: string | null;
  /** Where it is heard; null where nobody has said. */
  readonly span: Span | null;
}

interface CheckState {
  readonly isOpen: boolean;
  readonly currentId: string | null;
  /** Where the current item stood last: when it goes, the one now there takes its place. */
  readonly index: number;
  readonly missing: MissingText | null;
}

export const useCheck = create<CheckState>()(() => ({
  isOpen: false,
  currentId: null,
  index: 0,
  missing: null,
}));

let known: {
  readonly paragraphs: Project['paragraphs'];
  readonly meta: Project['meta'];
  readonly items: CheckItem[];
} | null = null;

/** The items of the open project; the same array until what they come from changes. */
export function itemsOf(project: Project = useDocument.getState().project): readonly CheckItem[] {
  const { paragraphs, meta } = project;
  if (known?.paragraphs !== paragraphs || known.meta !== meta)
    known = { paragraphs, meta, items: checkItems(project) };
  return known.items;
}

/** The item the person is at, with its place; null where there is none or the list is not open. */
export function currentItem(
  items: readonly CheckItem[] = itemsOf(),
  { isOpen, currentId, index }: CheckState = useCheck.getState(),
): { readonly item: CheckItem; readonly index: number } | null {
  if (!isOpen || items.length === 0) return null;
  const found = items.findIndex(({ id }) => id === currentId);
  const at = found >= 0 ? found : Math.min(index, items.length - 1);
  const item = items[at];
  return item ? { item, index: at } : null;
}

/** What the panel and the dialogs of reviews show. Forgotten with the window. */
import { create } from 'zustand';
import type { ReviewFile } from '../../../shared/api/contract';
import type { Id } from '../../../shared/domain/common';
import type { NoteTarget } from '../../../shared/domain/review';
import type { EntryFilter } from './model';

export interface ReviewView {
  readonly filter: EntryFilter;
  /** Null: everybody. */
  readonly author: string | null;
  /** The entry gone to last. */
  readonly currentId: Id | null;
  /** The suggestion that is being settled by hand; null while none is. */
  readonly settling: Id | null;
  /** What a comment is being written about, or answers. */
  readonly writing: { readonly target: NoteTarget; readonly replyTo: Id | null } | null;
  /** Comments begun and not kept, by what they are about: a dialog that was closed by mistake loses none. */
  readonly drafts: ReadonlyMap<string, string>;
  /** Reviews as read, to be looked at before they are merged. */
  readonly reviews: readonly ReviewFile[];
  /** What the comparison begins with: a version's id, or null for now. */
  readonly compared: Id | null;
}

export const useReviewView = create<ReviewView>()(() => ({
  filter: 'open',
  author: null,
  currentId: null,
  settling: null,
  writing: null,
  drafts: new Map(),
  reviews: [],
  compared: null,
}));

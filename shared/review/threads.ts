import type { Comment, Note } from '../domain/review';

/** A comment with its answers, the oldest first. */
export interface Thread {
  readonly first: Comment;
  readonly replies: readonly Comment[];
}

/** Comments that their authors did not take back, as threads by the id of what they are about, in the notes' order. Answers to answers stand in one row with them; an answer to nothing, or in a circle, begins a thread. Linear. */
export function threadsByTarget(notes: readonly Note[]): ReadonlyMap<string, readonly Thread[]> {
  const comments = new Map(
    notes.flatMap((note) => (note.kind === 'comment' && !note.withdrawn ? [[note.id, note] as const] : [])),
  );
  const roots = new Map<string, Comment>();
  for (const comment of comments.values()) rootOf(comment, comments, roots);
  const replies = new Map<string, Comment[]>();
  for (const comment of comments.values()) {
    const root = roots.get(comment.id) ?? comment;
    if (root !== comment) replies.set(root.id, [...(replies.get(root.id) ?? []), comment]);
  }
  const threads = new Map<string, Thread[]>();
  for (const comment of comments.values()) {
    if (roots.get(comment.id) !== comment) continue;
    const list = threads.get(comment.target.id) ?? [];
    list.push({ first: comment, replies: replies.get(comment.id) ?? [] });
    threads.set(comment.target.id, list);
  }
  return threads;
}

/** The comment at the head of a comment's thread; remembers it for all on the way. */
function rootOf(comment: Comment, comments: ReadonlyMap<string, Comment>, roots: Map<string, Comment>): void {
  const way: Comment[] = [];
  const seen = new Set<string>();
  let at = comment;
  while (!roots.has(at.id) && !seen.has(at.id)) {
    seen.add(at.id);
    way.push(at);
    const above = at.replyTo === null ? undefined : comments.get(at.replyTo);
    if (!above || above.target.id !== at.target.id) break;
    at = above;
  }
  const root = roots.get(at.id) ?? at;
  for (const one of way) roots.set(one.id, root);
}

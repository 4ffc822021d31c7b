/**
 * Child of `many-reviews.test.ts`: merges review files in the order given while somebody goes on editing, one step after the other,
 * and prints each once it is safe on disk. Started again it goes on; what is merged already changes nothing.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createProjects } from '../../../electron/services/projects/projects';
import { readReview } from '../../../electron/services/review/read-reviews';
import type { Project } from '../../../shared/domain/project';
import { setCueText } from '../../../shared/edits/cue';
import { mergeReviews } from '../../../shared/edits/review';
import { diffProjects } from '../../../shared/history/diff';

const [path = '', draftFolder = '', ...files] = process.argv.slice(2);
const projects = createProjects({ draftFolder, compactAtBytes: 200_000 });
const { session, savedSeq, history, readOnly } = await projects.open(path);
if (readOnly !== null) throw new Error(readOnly);
let seq = history.at(-1)?.seq ?? savedSeq;

async function record(after: Project, command: string): Promise<void> {
  const changes = diffProjects(projects.get(session), after);
  if (changes.length === 0) return;
  seq += 1;
  await projects.append(session, [{ kind: 'do', seq, command, label: 'edit.review.merge', changes }]);
}

for (const [step, file] of files.entries()) {
  const review = await readReview(
    { name: basename(file), read: async () => readFileSync(file) },
    projects.get(session),
  );
  if (review.problem) throw new Error(review.problem.message);
  await record(mergeReviews.apply(projects.get(session), { notes: review.notes }), 'review.merge');
  const project = projects.get(session);
  // The same edits whatever the order: the last word of one cue after the other.
  const cue = project.cues[(step * 7) % project.cues.length];
  if (cue && !cue.text.endsWith('!'))
    await record(setCueText.apply(project, { id: cue.id, text: `${cue.text}!` }), 'cue.setText');
  process.stdout.write(`${step}\n`);
}
await projects.save(session);
await projects.close(session);
process.stdout.write('done\n');

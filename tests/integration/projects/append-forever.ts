/** Child of `kill.test.ts`: opens a project and records one edit after the other; prints each seq once it is acknowledged. */
import { createProjects } from '../../../electron/services/projects/projects';
import { setCueText } from '../../../shared/edits/cue';
import { diffProjects } from '../../../shared/history/diff';

const [path = '', draftFolder = ''] = process.argv.slice(2);
const projects = createProjects({ draftFolder, compactAtBytes: 40_000 });
const { session, savedSeq, history, readOnly } = await projects.open(path);
if (readOnly !== null) throw new Error(readOnly);
let seq = history.at(-1)?.seq ?? savedSeq;
for (;;) {
  seq += 1;
  const before = projects.get(session);
  const changes = diffProjects(before, setCueText.apply(before, { id: 'c1', text: `step ${seq}` }));
  await projects.append(session, [
    { kind: 'do', seq, command: 'cue.setText', label: 'edit.cue.setText', changes },
  ]);
  process.stdout.write(`${seq}\n`);
  if (seq % 40 === 0) await projects.save(session);
}

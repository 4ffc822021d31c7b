/** The table of rules as files: a project with real footage beside it, and the list of its shot changes. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprintFile } from '../../electron/services/media/fingerprint';
import { writeProjectFile } from '../../shared/formats/project/write';
import { testMedia } from './media';
import { FRAME_RATE, GLOSSARY, fixtureProject, type FixtureProject } from './rule-fixtures';

/** Writes `rules.outspoken`, `rules.mp4` (black and white by turns, a frame for each 1/25 s) and `rules.shots.txt` into a folder. */
export async function writeRuleProject(folder: string): Promise<FixtureProject> {
  const made = fixtureProject();
  const seconds = made.durationMs / 1000;
  const passed = made.shots.map((ms) => `gte(t\\,${ms / 1000})`).join('+');
  const film = testMedia([
    ...['-f', 'lavfi', '-i', `color=c=black:s=64x36:r=${FRAME_RATE}:d=${seconds}`],
    ...['-vf', `negate=enable='mod(${passed}\,2)'`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '250', '-pix_fmt', 'yuv420p'],
  ]);
  copyFileSync(film, join(folder, 'rules.mp4'));
  const fingerprint = await fingerprintFile(film);
  const media = { path: 'rules.mp4', fingerprint, durationMs: made.durationMs };
  const project = { ...made.project, meta: { ...made.project.meta, media } };
  const text = writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} });
  writeFileSync(join(folder, 'rules.outspoken'), text);
  writeFileSync(join(folder, 'glossary.csv'), GLOSSARY);
  writeFileSync(join(folder, 'rules.shots.txt'), made.shots.map((ms) => `${ms / 1000}\n`).join(''));
  return { ...made, project };
}

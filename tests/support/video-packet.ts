import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeProjectFile } from '../../shared/formats/project/write';
import type { CliPlace } from './cli';
import { footage } from './media';
import { sampleProject } from './sample-project';
import { withFootage } from './with-footage';

/** Makes a packet of the sample project with a video of 180 lines by the command people use; answers its `file:` address. */
export async function makeVideoPacket(place: CliPlace): Promise<string> {
  const { folder } = place;
  const project = await withFootage(sampleProject(), footage(), folder);
  writeFileSync(
    join(folder, 'p.outspoken'),
    writeProjectFile({ project, savedSeq: 0, savedEntry: null, extra: {} }),
  );
  const options = ['-o', 'p.html', '--media', 'video', '--height', '180'];
  const { code, stderr } = await place.run(['packet', 'p.outspoken', ...options]);
  if (code !== 0) throw new Error(`no packet was made: ${stderr}`);
  return pathToFileURL(join(folder, 'p.html')).href;
}

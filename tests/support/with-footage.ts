import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fingerprintFile } from '../../electron/services/media/fingerprint';
import type { Project } from '../../shared/domain/project';

/** The project with a copy of a media file in `folder`, where its project file is to lie. */
export async function withFootage(project: Project, path: string, folder: string): Promise<Project> {
  const copy = join(folder, basename(path));
  copyFileSync(path, copy);
  const media = { path: basename(path), fingerprint: await fingerprintFile(copy), durationMs: 2000 };
  return { ...project, meta: { ...project.meta, media } };
}

/** What a person does with whole projects: open, create, save, close. Each tells of its own errors by throwing. */
import type { FileInfo, Handle, OpenedProject } from '../../shared/api/contract';
import type { LanguageTag } from '../../shared/domain/common';
import { setProjectTitle } from '../../shared/edits/project';
import { getClient } from '../platform/client';
import { chooseFile } from '../state/file-choice';
import {
  cancelGesture,
  closeDocument,
  flushDocument,
  markSaved,
  openDocument,
  run,
  useDocument,
} from '../state/document';
import { clearNotices, notify } from '../state/notices';
import { sourceTrack } from '../state/selectors';
import { resetSession } from '../state/session';
import { keepTyped } from '../state/typed';
import { t } from './messages';

/** Shows a project that the services opened, with everything there was to say about it. */
function showProject(opened: OpenedProject): void {
  openDocument(opened);
  const track = sourceTrack(opened.project) ?? opened.project.tracks[0];
  resetSession('editor', track?.id ?? null, opened.media.url);
  for (const notice of opened.notices) notify('important', notice.message);
}

/** Opens a project file or a draft by its handle. The project open before is made safe and closed first. */
export async function openProjectHandle(file: Handle): Promise<void> {
  await leaveProject();
  showProject(await getClient().call('project.open', { file }));
}

/** Opens a project file or a draft. */
export async function openProjectFile(file: FileInfo): Promise<void> {
  await openProjectHandle(file.handle);
}

/** Starts a new project as a draft. */
export async function createProject(
  media: FileInfo | null,
  language: LanguageTag,
  title: string,
): Promise<void> {
  await leaveProject();
  showProject(await getClient().call('project.create', { media: media?.handle ?? null, language, title }));
}

/** Asks for a project file and opens it. */
export async function chooseProject(): Promise<void> {
  const file = await chooseFile('project');
  if (file) await openProjectFile(file);
}

/** Writes the project file; a draft is asked for its name. */
export async function saveProject(): Promise<void> {
  const { session, file } = useDocument.getState();
  if (session === null) return;
  if (file === null) return saveProjectAs();
  keepTyped();
  await flushDocument();
  const { savedSeq } = await getClient().call('project.save', { session });
  markSaved(savedSeq);
}

/** Asks for a name and writes the project file there. */
export async function saveProjectAs(): Promise<void> {
  const { session, project } = useDocument.getState();
  if (session === null) return;
  const target = await chooseFile('save-project', `${fileStem(project.meta.title)}.outspoken`);
  if (!target) return;
  keepTyped();
  const title = titleOfSaved(project.meta.title, target.name);
  if (title !== project.meta.title) run(setProjectTitle, { title });
  await flushDocument();
  const { savedSeq, file } = await getClient().call('project.saveAs', { session, file: target.handle });
  markSaved(savedSeq, file);
  notify('success', t('app.savedAs', { name: file.name }));
}

/** Closes the project and shows the start screen. Drafts are kept and listed there. */
export async function closeProject(): Promise<void> {
  await leaveProject();
}

/** Makes the open project safe and closes it; if another one then fails to open, the start screen is what is left. */
async function leaveProject(): Promise<void> {
  if (useDocument.getState().session === null) return;
  keepTyped();
  cancelGesture();
  await closeDocument();
  clearNotices();
  resetSession('start', null, null);
}

/** A project's title once it is saved under a file name: its own, or that name where nobody gave it one. */
export function titleOfSaved(title: string, fileName: string): string {
  const isNamed = title.trim() !== '' && title !== t('app.untitled');
  const stem = fileName.replace(/\.outspoken$/i, '').trim();
  return isNamed || stem === '' ? title : stem;
}

/** A file name without its extension, usable on every system; `Untitled` in the person's language when nothing is left. */
export function fileStem(title: string): string {
  const stem = title
    // Characters that Windows, macOS or Linux refuse in names, and control characters.
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120);
  return stem === '' ? t('app.untitled') : stem;
}

/** Files dropped on the window. A browser gives their bytes but never their place on the disk. */
import type { TextSource } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { formatBytes } from '../../app/format';
import { t } from '../../app/messages';
import { createScope } from '../../platform/scope';
import { canEdit, useDocument } from '../../state/document';
import { attempt, notify } from '../../state/notices';
import { useFileChoice } from '../../state/file-choice';
import { useSession, type DialogName } from '../../state/session';
import { openImport } from '../import/index';
import { openMerge, readReviews } from '../review/index';
import { runCommand } from '../../app/commands';
import { askForProject, bringTranscript } from './new-project';

const REVIEW_ENDING = /\.review\.json$/i;
const TEXT_ENDING = /\.(txt|text|md|docx|srt|vtt)$/i;
/** What the contract's base64 of 72,000,000 characters holds. */
const MOST_BYTES = 52_428_800;

/** A dropped text as a source for the transcript reader. Throws `too-large`. */
export async function sourceOfFile(file: File): Promise<TextSource> {
  if (file.size > MOST_BYTES)
    throw new AppError('too-large', {
      name: file.name,
      size: formatBytes(file.size),
      limit: formatBytes(MOST_BYTES),
    });
  return { kind: 'bytes', name: file.name.slice(-255), base64: await base64Of(file) };
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.addEventListener('error', () =>
      reject(new AppError('unreadable-text', { name: file.name, reason: reader.error?.name ?? '' })),
    );
    reader.readAsDataURL(file);
  });
}

/** Takes files dropped anywhere; returns what stops it. `onHover` tells whether files are over the window. */
export function followDrops(onHover: (isOver: boolean) => void): () => void {
  const scope = createScope();
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  scope.listen(window, 'dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    onHover(true);
  });
  scope.listen(window, 'dragleave', (event) => {
    if (event.relatedTarget === null) onHover(false);
  });
  scope.listen(window, 'drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    onHover(false);
    const files = [...(event.dataTransfer?.files ?? [])];
    attempt(() => takeFiles(files));
  });
  return scope.end;
}

/**
 * Reviews as many as they come, of everything else the first. What is typed in an open dialog would be lost by opening another
 * one: only a dialog that can use the file takes it.
 */
async function takeFiles(files: readonly File[]): Promise<void> {
  const [file] = files;
  if (!file) return;
  const { screen, dialog } = useSession.getState();
  const reviews = files.filter(({ name }) => REVIEW_ENDING.test(name));
  if (!canTake(dialog, useFileChoice.getState().request !== null, reviews.length > 0))
    return notify('info', t('start.dropLater', { name: file.name }));
  if (reviews.length > 0 && screen === 'editor') {
    if (dialog === null) openMerge();
    return readReviews(await Promise.all(reviews.map(sourceOfFile)));
  }
  await takeFile(file);
}

/** Whether dropped files can be taken while this dialog is open (null: none) and a file is, or is not, being chosen. */
export function canTake(dialog: DialogName | null, isChoosing: boolean, isReview: boolean): boolean {
  if (isChoosing) return false;
  if (dialog === null) return true;
  return isReview ? dialog === 'merge-reviews' : dialog === 'new-project' || dialog === 'import-transcript';
}

async function takeFile(file: File): Promise<void> {
  if (!TEXT_ENDING.test(file.name)) {
    // A video's place on the disk is not told to pages: the person has to choose it.
    notify('info', t('start.dropVideo', { name: file.name }), {
      label: t('start.openVideo'),
      run: () => runCommand('media.open'),
    });
    return;
  }
  const source = await sourceOfFile(file);
  const { readOnly } = useDocument.getState();
  if (useSession.getState().dialog === 'new-project') bringTranscript(source);
  else if (useSession.getState().screen === 'start') askForProject({ media: null, transcript: source });
  else if (canEdit()) openImport(source);
  else throw new AppError('read-only', { reason: readOnly ?? '' });
}

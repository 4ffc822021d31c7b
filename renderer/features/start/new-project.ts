import { create } from 'zustand';
import type { FileInfo, TextSource } from '../../../shared/api/contract';
import { chooseFile } from '../../state/file-choice';
import { showDialog } from '../../state/session';

export interface NewProject {
  readonly media: FileInfo | null;
  /** A transcript that was dropped before there was a project; imported right after it is made. */
  readonly transcript: TextSource | null;
}

/** What the new project is to be made of. */
export const useNewProject = create<NewProject>()(() => ({ media: null, transcript: null }));

/** Asks for language and title of a project made of this. */
export function askForProject(start: NewProject): void {
  useNewProject.setState(start);
  showDialog('new-project');
}

/** Brings a transcript to the project that is being made, beside the footage it has. */
export function bringTranscript(transcript: TextSource): void {
  useNewProject.setState({ transcript });
}

/** Asks for footage and then for the project's details. */
export async function chooseMedia(): Promise<void> {
  const media = await chooseFile('media');
  if (media) askForProject({ media, transcript: null });
}

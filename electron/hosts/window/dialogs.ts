import { dialog, type BrowserWindow, type FileFilter } from 'electron';
import { TranscriptFormat, type Input } from '../../../shared/api/contract';
import { SUBTITLE_ENDINGS } from '../../../shared/formats/endings';
import { formatMessage } from '../../../shared/messages/index';
import { shownCommand, type WantedProgram } from '../../../shared/safety/programs';

type Purpose = Input<'files.pick'>['purpose'];

const SUBTITLES = Object.values(SUBTITLE_ENDINGS)
  .flat()
  .map((ending) => ending.slice(1));

/** Of a logo or an end card. */
const PICTURES = ['png', 'jpg', 'jpeg', 'webp', 'mp4', 'mov', 'webm', 'mkv'];

const FILTERS: Readonly<Record<Purpose, readonly FileFilter[]>> = {
  media: [
    {
      name: formatMessage('dialog.media'),
      extensions: [
        'mp4',
        'mov',
        'm4v',
        'mkv',
        'webm',
        'avi',
        'mts',
        'm2ts',
        'ts',
        'mpg',
        'mxf',
        'wav',
        'mp3',
        'm4a',
        'flac',
        'ogg',
        'opus',
      ],
    },
    { name: formatMessage('dialog.all'), extensions: ['*'] },
  ],
  transcript: [
    { name: formatMessage('dialog.transcript'), extensions: ['txt', 'docx', 'json', ...SUBTITLES] },
    { name: formatMessage('dialog.all'), extensions: ['*'] },
  ],
  project: [{ name: formatMessage('dialog.project'), extensions: ['outspoken'] }],
  font: [{ name: formatMessage('dialog.font'), extensions: ['ttf', 'otf', 'ttc'] }],
  picture: [
    { name: formatMessage('dialog.picture'), extensions: PICTURES },
    { name: formatMessage('dialog.all'), extensions: ['*'] },
  ],
  names: [
    { name: formatMessage('dialog.names'), extensions: ['csv', 'txt'] },
    { name: formatMessage('dialog.all'), extensions: ['*'] },
  ],
  folder: [],
  'save-project': [{ name: formatMessage('dialog.project'), extensions: ['outspoken'] }],
  'save-subtitles': [{ name: formatMessage('dialog.subtitles'), extensions: SUBTITLES }],
  'save-transcript': [
    { name: formatMessage('dialog.transcript'), extensions: [...TranscriptFormat.options] },
  ],
  review: [{ name: formatMessage('dialog.review'), extensions: ['json'] }],
  'save-memory': [{ name: formatMessage('dialog.memory'), extensions: ['tmx', 'csv', 'tbx'] }],
  'save-packet': [{ name: formatMessage('dialog.packet'), extensions: ['html'] }],
};

/** Shows the system's own dialog; the chosen path, or null when it was cancelled. */
export async function pickFile(
  window: BrowserWindow,
  purpose: Purpose,
  suggestedName: string | null,
): Promise<string | null> {
  const filters = [...FILTERS[purpose]];
  if (purpose.startsWith('save-')) {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      filters,
      ...(suggestedName === null ? {} : { defaultPath: suggestedName }),
    });
    return canceled ? null : filePath;
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    filters,
    properties: [purpose === 'folder' ? 'openDirectory' : 'openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks, by the system's own box that no page can press, whether a program may be started from now on. */
export async function askToUse(window: BrowserWindow, { use, command }: WantedProgram): Promise<boolean> {
  const [refuse, agree] = [formatMessage('dialog.program.refuse'), formatMessage('dialog.program.use')];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: formatMessage('dialog.program.ask', { use }),
    detail: `${shownCommand(command)}\n\n${formatMessage('dialog.program.detail', { use })}`,
    buttons: [refuse, agree],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

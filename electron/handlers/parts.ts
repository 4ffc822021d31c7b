import type { Input, Tool } from '../../shared/api/contract';
import type { EventName, EventPayload } from '../../shared/api/events';
import type { ApproveProgram } from '../../shared/safety/programs';
import type { AppFolders } from '../platform/paths';
import type { Clients } from '../services/files/clients';
import type { Queue } from '../services/export/queue';
import type { ItemMeans } from '../services/export/run-item';
import type { FileHandles } from '../services/files/handles';
import type { Jobs } from '../services/jobs/jobs';
import type { MediaStates } from '../services/media/media-state';
import type { Projects } from '../services/projects/projects';
import type { RecentList, SettingsStore } from '../services/settings/settings';
import type { CampaignWords } from '../services/spelling/campaign-words';
import type { Spelling } from '../services/spelling/spelling';
import type { ToolPaths } from '../services/tools/tools';

export interface HostOptions {
  readonly host: 'window' | 'web' | 'cli';
  readonly version: string;
  /** `dist/`: fonts and workers are found in it. */
  readonly distFolder: string;
  /** Electron's resources folder, where a bundled ffmpeg may be; null elsewhere. */
  readonly resourcesFolder: string | null;
  /** The address a media element takes for a handle; null where nothing is played. */
  readonly mediaUrl: ((handle: string) => string) | null;
  /** The system's own dialog; null where the screens show their own. */
  readonly pick:
    | ((purpose: Input<'files.pick'>['purpose'], suggestedName: string | null) => Promise<string | null>)
    | null;
  /** Asks the person, outside the page, before a program is named in the settings; null where nobody can be asked. */
  readonly approve: ApproveProgram;
  /** Keeps the computer awake until what it gives is called; null where this host cannot. */
  readonly keepAwake?: (() => () => void) | null;
  /** Where drafts live, if not in the app's data folder. */
  readonly draftFolder?: string;
}

/** What the handlers are made of: the services, built once by `compose.ts`. */
export interface ServiceParts {
  readonly options: HostOptions;
  readonly folders: AppFolders;
  readonly files: FileHandles;
  readonly jobs: Jobs;
  readonly queue: Queue;
  /** What exports are made with. */
  readonly means: ItemMeans;
  readonly projects: Projects;
  readonly settings: SettingsStore;
  readonly recent: RecentList;
  readonly clients: Clients;
  readonly tools: {
    list(): Promise<Tool[]>;
    /** Throws `tool-missing` or, where one of `needs` is lacking, `tool-weak`. */
    paths(needs?: readonly string[]): Promise<ToolPaths>;
  };
  readonly media: MediaStates;
  readonly spelling: Spelling;
  readonly campaignWords: CampaignWords;
  /** Tells every screen something unasked. */
  readonly tell: <E extends EventName>(event: E, payload: EventPayload<E>) => void;
}

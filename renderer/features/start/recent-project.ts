import type { Output } from '../../../shared/api/contract';

/** One line of the list of recent projects. */
export type RecentProject = Output<'recent.list'>[number];

/** The two IPC channels between preload and main; nothing else crosses. */
export const CALL_CHANNEL = 'outspoken:call';
export const EVENT_CHANNEL = 'outspoken:event';

/** Where the window's page comes from. */
export const PAGE_ORIGIN = 'app://outspoken';

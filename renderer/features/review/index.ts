export { openMerge, readReviews, SHOWN as REVIEW_SHOWN } from './actions';
export { reviewCommands } from './commands';
export { CompareDialog } from './compare-dialog';
export { InlineReview } from './inline-review';
export { MergeDialog } from './merge-dialog';
export { PacketDialog } from './packet-dialog';
export { ReviewPanel } from './review-panel';
export { CommentDialog, SettleDialog } from './small-dialogs';
export { VersionsDialog } from './versions-dialog';

export { EditorScreen } from './editor-screen';
export { ProjectDetailsDialog } from './project-details-dialog';

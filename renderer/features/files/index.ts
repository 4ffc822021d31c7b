export { FileDialogHost } from './file-dialog';

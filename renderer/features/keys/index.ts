export { KeysDialog } from './keys-dialog';

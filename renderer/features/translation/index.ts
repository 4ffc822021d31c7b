export { AddLanguageDialog } from './add-dialog';
export { TranslationBar } from './bar';
export { translationCommands } from './commands';
export { followHeldTimes } from './held-times';
export { PlaceDialog } from './place/place-dialog';
export { useSourceOpen } from './store';

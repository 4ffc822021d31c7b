export { BrandingChoice } from './branding-choice';
export { BrandingDialog } from './branding-dialog';
export { brandingCommands } from './commands';
export { placeOfLogo } from './branded-picture';

// A service as it is shown, for the catalogue and for whoever places a service or its path in a page of theirs.
export { PathDrawing } from './path-drawing.tsx';
export { ServiceView, type ServiceViewProps } from './service-view.tsx';
export { kindTexts, modeTexts, needTexts, pilotText } from './texts-catalogue.ts';

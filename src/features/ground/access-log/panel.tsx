export { OwnLogPage } from './own-log.tsx';

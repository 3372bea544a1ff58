// The worker where the sources run unbuilt: a thread does not take tsx over from the one that starts it.
import { register } from 'tsx/esm/api';

register();
export default (await import('./worker.ts')).default;

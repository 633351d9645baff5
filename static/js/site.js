// What every page has beside its text.
import { followContents } from "./toc.js";

followContents();

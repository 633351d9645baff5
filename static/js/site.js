// What every page has beside its text.
import { wireTabs } from "./tabs.js";
import { followContents } from "./toc.js";

followContents();
wireTabs();

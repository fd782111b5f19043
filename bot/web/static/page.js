// The page of one chat.

import { mount } from "./chat.js";

const data = JSON.parse(document.getElementById("chat").textContent);
const chat = mount(document.querySelector(".chat"), data);
if (data.start) history.replaceState(null, "", data.base);
if (matchMedia("(pointer: fine)").matches) chat.focus();

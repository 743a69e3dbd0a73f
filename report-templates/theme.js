// Before anything is painted: the theme that the reader chose last time, if any.
(function () {
  "use strict";
  document.documentElement.classList.add("js");
  try {
    var chosen = localStorage.getItem("segbench-theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch (denied) {
    // A page opened from disk may have no storage; it then follows the system.
  }
})();

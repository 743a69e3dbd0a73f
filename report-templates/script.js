(function () {
  "use strict";

  // Theme: the button names what a click leads to.
  var root = document.documentElement;
  var button = document.getElementById("theme");
  var system = matchMedia("(prefers-color-scheme: dark)");

  function isDark() {
    return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
  }

  function nameTheme() {
    button.textContent = isDark() ? "Light" : "Dark";
    button.setAttribute("aria-label", "Switch to the " + (isDark() ? "light" : "dark") + " theme");
  }

  button.hidden = false;
  button.addEventListener("click", function () {
    root.dataset.theme = isDark() ? "light" : "dark";
    try {
      localStorage.setItem("segbench-theme", root.dataset.theme);
    } catch (denied) {
      // Without storage the choice lasts until the page is closed.
    }
    nameTheme();
  });
  system.addEventListener("change", nameTheme);
  nameTheme();

  // Sorting: numbers by value, words by alphabet, absent values last.
  function compare(a, b, direction) {
    if (a === "" || b === "") {
      return (a === "") - (b === "");
    }
    var order = Number(a) - Number(b);
    if (Number.isNaN(order)) {
      order = a.localeCompare(b, "en", { numeric: true });
    }
    return direction * order;
  }

  function sort(table, header, index) {
    var descending = header.getAttribute("aria-sort") === "ascending"
      || (!header.hasAttribute("aria-sort") && !header.classList.contains("words"));
    table.querySelectorAll("th[aria-sort]").forEach(function (other) {
      other.removeAttribute("aria-sort");
    });
    header.setAttribute("aria-sort", descending ? "descending" : "ascending");
    var body = table.tBodies[0];
    Array.from(body.rows)
      .sort(function (a, b) {
        return compare(a.cells[index].dataset.sort, b.cells[index].dataset.sort, descending ? -1 : 1);
      })
      .forEach(function (row) {
        body.append(row);
      });
  }

  document.querySelectorAll("table[data-sortable]").forEach(function (table) {
    if (table.tBodies[0].rows.length < 2) {
      return;
    }
    var headers = table.tHead.rows[table.tHead.rows.length - 1].cells;
    Array.from(headers).forEach(function (header, index) {
      var sorter = document.createElement("button");
      sorter.type = "button";
      sorter.className = "sorter";
      sorter.append.apply(sorter, Array.from(header.childNodes));
      header.append(sorter);
      sorter.addEventListener("click", function () {
        sort(table, header, index);
      });
    });
  });

  // Paper has nothing to click on.
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details.folded").forEach(function (folded) {
      folded.open = true;
    });
  });

  // Gallery: a click enlarges, arrow keys walk through the section.
  var lightbox = document.getElementById("lightbox");
  var shown = lightbox.querySelector("img");
  var caption = lightbox.querySelector("figcaption");
  var images = Array.from(document.querySelectorAll("img.zoomable"));
  var current = 0;

  function show(index) {
    current = (index + images.length) % images.length;
    shown.src = images[current].src;
    shown.alt = images[current].alt;
    shown.width = images[current].width;
    caption.textContent = images[current].alt;
  }

  images.forEach(function (image, index) {
    var opener = document.createElement("button");
    opener.type = "button";
    opener.className = "opener";
    image.replaceWith(opener);
    opener.append(image);
    opener.addEventListener("click", function () {
      show(index);
      lightbox.showModal();
    });
  });
  lightbox.addEventListener("click", function (event) {
    if (event.target.dataset.step) {
      show(current + Number(event.target.dataset.step));
    } else if (event.target === lightbox || "close" in event.target.dataset) {
      lightbox.close();
    }
  });
  lightbox.addEventListener("keydown", function (event) {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      show(current + (event.key === "ArrowLeft" ? -1 : 1));
    }
  });
})();

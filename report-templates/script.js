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
    // Groups of rows stay apart.
    Array.from(table.tBodies).forEach(function (body) {
      Array.from(body.rows)
        .sort(function (a, b) {
          return compare(a.cells[index].dataset.sort, b.cells[index].dataset.sort, descending ? -1 : 1);
        })
        .forEach(function (row) {
          body.append(row);
        });
    });
  }

  document.querySelectorAll("table[data-sortable]").forEach(function (table) {
    if (table.querySelectorAll("tbody tr").length < 2) {
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

  // Filtering: a row stays if it has every word that was typed.
  var FEWEST_ROWS = 12;

  function filter(table, words, status) {
    var rows = Array.from(table.querySelectorAll("tbody tr"));
    var shown = rows.filter(function (row) {
      var text = row.textContent.toLowerCase();
      row.hidden = !words.every(function (word) {
        return text.includes(word);
      });
      return !row.hidden;
    });
    status.textContent = words.length ? shown.length + " of " + rows.length + " rows" : "";
  }

  document.querySelectorAll("table[data-sortable]").forEach(function (table) {
    if (table.querySelectorAll("tbody tr").length < FEWEST_ROWS) {
      return;
    }
    var bar = document.createElement("div");
    var input = document.createElement("input");
    var status = document.createElement("span");
    bar.className = "filter";
    input.type = "search";
    input.placeholder = "Filter rows";
    input.setAttribute("aria-label", "Filter the rows of " + table.dataset.name);
    status.setAttribute("role", "status");
    input.addEventListener("input", function () {
      filter(table, input.value.toLowerCase().split(/\s+/).filter(Boolean), status);
    });
    bar.append(input, status);
    table.parentNode.before(bar);
  });

  // Paper has nothing to click on; afterwards the page is as it was.
  var unfolded = [];
  addEventListener("beforeprint", function () {
    unfolded = Array.from(document.querySelectorAll("details.folded:not([open])"));
    unfolded.forEach(function (folded) {
      folded.open = true;
    });
  });
  addEventListener("afterprint", function () {
    unfolded.forEach(function (folded) {
      folded.open = false;
    });
  });

  // A click enlarges a picture or a chart; arrow keys walk through those of its kind.
  var lightbox = document.getElementById("lightbox");
  var stage = lightbox.querySelector(".stage");
  var caption = lightbox.querySelector("figcaption");
  var LARGEST = 8;
  var kind = [];
  var current = 0;
  var zoom = 1;

  function scale(factor) {
    zoom = Math.min(LARGEST, Math.max(1, zoom * factor));
    stage.style.setProperty("--zoom", zoom);
  }

  function show(index) {
    current = (index + kind.length) % kind.length;
    var original = kind[current];
    var copy = original.cloneNode(true);
    var words = original.alt || original.getAttribute("aria-label");
    // Some charts have their size in "px".
    stage.style.setProperty(
      "--ratio",
      parseFloat(original.getAttribute("width")) / parseFloat(original.getAttribute("height")));
    stage.replaceChildren(copy);
    stage.scrollTo(0, 0);
    caption.textContent = words;
    zoom = 1;
    scale(1);
  }

  function opener(name, index, all) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.addEventListener("click", function () {
      kind = all;
      show(index);
      lightbox.showModal();
    });
    return button;
  }

  var images = Array.from(document.querySelectorAll("img.zoomable"));
  images.forEach(function (image, index) {
    var button = opener("opener", index, images);
    image.replaceWith(button);
    button.append(image);
  });
  var charts = Array.from(document.querySelectorAll(".plot > svg"));
  charts.forEach(function (chart, index) {
    var button = opener("enlarge", index, charts);
    button.textContent = "Enlarge";
    button.setAttribute("aria-label", "Enlarge: " + chart.getAttribute("aria-label"));
    chart.parentNode.after(button);
  });
  lightbox.addEventListener("click", function (event) {
    var data = event.target.dataset;
    if (data.step) {
      show(current + Number(data.step));
    } else if (data.zoom) {
      scale(Number(data.zoom));
    } else if (event.target === lightbox || "close" in data) {
      lightbox.close();
    }
  });
  lightbox.addEventListener("close", function () {
    stage.replaceChildren();
  });
  lightbox.addEventListener("keydown", function (event) {
    if (event.key === "+" || event.key === "-") {
      scale(event.key === "+" ? 1.5 : 1 / 1.5);
    } else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && zoom === 1) {
      show(current + (event.key === "ArrowLeft" ? -1 : 1));
    }
  });
})();

//! Words of the page about the site.

use super::words;

words! {
    about_text: "Бағыт жоба туралы жарияланған деректі көрсетеді: жоба нені өзгертпек болды, бұрын не болды, қазір не бар, не басталды, кіммен, қанша қаражатқа және мұны кім айтады.",
        "Бағыт показывает, что опубликовано о проекте: что он хотел изменить, что было раньше, что есть теперь, что начато, с кем, за какие деньги и кто об этом говорит.",
        "Bagyt shows a project’s published record: what it set out to change, what was there before, what is there now, what was started, with whom, for how much money, and who says so.";
    how_numbers: "Сандар қалай алынды", "Как получены числа", "How the numbers are made";
    how_numbers_1: "Әр мән дереккөзге, ал орны белгілі болса, ондағы орнына да сілтейді. Ешбір сан болжанбаған.",
        "Каждое значение ссылается на источник, а если место в нём известно — и на это место. Ни одно число не угадано.",
        "Every value points to a source, and to the place in it where that is known. No number is guessed.";
    how_numbers_2: "Орындалу үлесі тек жарияланған нысаналы мән бойынша, жарияланған әдіспен есептеледі; есебі бетте көрсетіледі. Бастапқы мән болжанбайды, нәтиже шектелмейді.",
        "Доля выполнения считается только по опубликованному целевому значению и объявленным способом; расчёт показан на странице. Исходное значение не угадывается, результат не ограничивается.",
        "Progress is worked out only against a published target by the declared method, and the working is on the page. No baseline is guessed and no result is clamped.";
    how_numbers_3: "Жобаның өз нәтижесі, өңірдегі жағдай және басқалардың жұмысы бөлек тұрады әрі ешқашан қосылмайды.",
        "Результаты проекта, положение в регионе и работа других показаны отдельно и никогда не складываются.",
        "What the project did, what happened in the region and the work of others stand apart and are never added up.";
    how_numbers_4: "Өзіміз қосқан немесе азайтқан сандар «есептелген мән» деп белгіленеді және неден шыққаны көрсетіледі. Дереккөз атап шыққан нәрселерді өзіміз санасақ, бұл ескертпеде айтылады.",
        "Числа, которые мы сложили или вычли, помечены как расчётные, и видно, из чего они получены. Если мы сами пересчитали то, что перечислено в источнике, об этом сказано в примечании.",
        "Numbers that we added up or subtracted are marked as derived, with what they come from. Where we counted what a source lists, a note says so.";
    snapshot_word: "Деректер нұсқасы", "Срез данных", "The snapshot";
    version: "Нұсқа", "Версия", "Version";
    created: "Жасалған күні", "Дата создания", "Created";
    publisher: "Жариялаушы", "Издатель", "Publisher";
    licence: "Мәтіндердің лицензиясы", "Лицензия текстов", "Licence of the texts";
    fingerprint: "SHA-256", "SHA-256", "SHA-256";
    file_is_another: "белгісіз: файл содан бері өзгерген немесе енді жоқ",
        "неизвестна: с тех пор файл изменился, или его больше нет",
        "not known: the file has changed since, or is gone";
    download_snapshot: "Деректерді жүктеп алу (JSON)", "Скачать данные (JSON)", "Download the data (JSON)";
    schema_word: "Пішім сызбасы (JSON Schema)", "Описание формата (JSON Schema)", "Description of the format (JSON Schema)";
    problems: "Деректер пішімін тексеру", "Проверка формата данных", "Check of the data’s format";
    no_problems: "Тексеру кемшілік таппады.", "Проверка ничего не нашла.", "The check found none.";
    severity_critical: "ауыр қате", "критическая ошибка", "critical";
    severity_error: "қате: көрсетілмеді", "ошибка: не показано", "error: left out";
    severity_warning: "ескерту", "предупреждение", "warning";
    report_error: "Саннан қате тапсаңыз", "Если вы нашли ошибку в числе", "If you find an error in a number";
    report_error_text: "Беттің мекенжайын, санды және өз дереккөзіңізді жіберіңіз. Түзетулер деректердің келесі нұсқасына енгізіліп, себебімен бірге көрсетіледі.",
        "Пришлите адрес страницы, число и ваш источник. Исправления войдут в следующий срез данных и будут показаны с причиной.",
        "Send the address of the page, the number and your source. Corrections go into the next snapshot and are shown with their reason.";
    corrections: "Түзетулер", "Исправления", "Corrections";
    no_corrections: "Жарияланғаннан кейін бірде-бір сан түзетілген жоқ.",
        "После публикации ни одно число не исправлялось.",
        "No number has been corrected since it was published.";
    corrected: "Түзетілді", "Исправлено", "Corrected";
    it_was: "бұрын", "было", "was";
    it_is: "қазір", "стало", "now";
    write_to_us: "Қате туралы хабарлау", "Сообщить об ошибке", "Report an error";
    languages_word: "Тілдер", "Языки", "Languages";
    project_links: "Жоба интернетте", "Проект в интернете", "The project on the web";
    code_licence: "Бағдарлама коды MIT немесе Apache-2.0 лицензиясымен таратылады.",
        "Код программы распространяется по лицензии MIT или Apache-2.0.",
        "The program’s code is licensed under MIT or Apache-2.0.";
    without_evidence: "Дереккөзі көрсетілмеген мәндер", "Значений без источника", "Values without a source";
    one_file: "Бүкіл сайтты бір файлмен жүктеп алу (желісіз де ашылады)",
        "Скачать весь сайт одним файлом (открывается и без сети)",
        "Download the whole site as one file (it opens without a network)";
}

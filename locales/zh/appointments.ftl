# Appointments with missions: how many they receive, who is expected, who came. Not yet reviewed by a native speaker.
appointments-title = 预约
appointments-explain = 每个使馆一天接待多少人、谁要去、哪天还有名额。所有团队共用使馆的名额；谁也看不到其他团队的姓名。
appointments-none = 没有人在等待使馆，也没有人要去使馆。
appointments-mission = 使馆
appointments-without = 等待预约
appointments-expected = 要去的人
appointments-next = 下一个有名额的日子
appointments-no-hours = 接待时间不明
appointments-left = { $count ->
   *[other] 还有 { $count } 个名额
  }
appointments-full = 已满
appointments-others = { $count ->
   *[other] 其他团队 { $count } 人
  }
appointments-of = 预约：{ $what }
appointments-about-mission = 关于此使馆的已知情况
appointments-taken = { $total } 个名额中已占 { $done } 个
appointments-mine = 本团队 { $count } 人
appointments-still = { $count ->
   *[other] 仍有 { $count } 人有预约
  }
hours-title = 使馆何时接待
hours-explain = 这对所有团队都有效。单独写明的日期优先于节假日，节假日优先于每周安排。一个时间也不写：不接待任何人。
hours-weekdays = 每周的这几天
hours-date = 或只在某一个日期
hours-times = 时间，以及每个时间接待多少人
hours-at = 时间
hours-places = 人数
hours-wrong = 请把每个时间写成 09:00 这样，并在旁边写上接待多少人。没有任何改动。
hours-kept = 接待时间已保存。
day-unknown = 还没有人写明这一天是否接待。
day-closed = 不接待任何人。
day-holiday = 节假日：{ $name }
appointments-give = 把名额给等待的人
appointments-step = 用于步骤
appointments-nobody = 可以去的人中，没有人在等这一步骤而还没有预约。
appointments-wait-full = { $count ->
   *[other] 有 { $count } 人在等待，这一天已满。
  }
appointments-give-explain = { $count ->
   *[other] 有 { $count } 人在等待，等得最久的排在最前。有几个名额，就勾选了几个人。
  }
appointments-give-them = 为已勾选的人预约
appointments-booked = { $count ->
    [0] 没有为任何人预约。
   *[other] 现在有 { $count } 人有了预约。
  }
appointments-no-room = { $count ->
   *[other] 有 { $count } 人没有名额了。
  }
appointment-booked = 已预约
appointment-came = 已到
appointment-did-not-come = 未到
appointment-called-off = 已取消
appointment-call-off = 取消
appointment-came-who = { $what } 已到
appointment-did-not-come-who = { $what } 未到
appointment-call-off-who = 取消 { $what } 的预约
appointment-none = 没有。
appointment-not-now = 与使馆有关的某个步骤可以开始后，才能预约。
appointment-book = 预约
appointment-book-explain = 此前在此使馆的预约名额会退回。
appointments-see-days = 此使馆的各天
appointment-on = 日期
appointment-at = 时间；留空则用第一个有名额的时间
appointment-made = 已预约 { $day } { $time }。
today-appointment = 与使馆的预约
today-did-they-come = 有过预约：到了吗？
today-on = { $day }
field-appointment = 与使馆的预约
weekday-mon = 星期一
weekday-tue = 星期二
weekday-wed = 星期三
weekday-thu = 星期四
weekday-fri = 星期五
weekday-sat = 星期六
weekday-sun = 星期日
